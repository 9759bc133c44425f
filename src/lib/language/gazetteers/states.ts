/** States of the United States that are named by one word nowhere else in use: who reads them knows the country. */
export const states: readonly string[] =
	'Alabama Alaska Arizona Arkansas California Colorado Connecticut Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maryland Massachusetts Michigan Minnesota Mississippi Missouri Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Virginia Washington Wisconsin Wyoming'.split(
		' '
	);
