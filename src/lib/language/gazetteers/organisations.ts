/** Bodies whose members are states, by what they are for: wrong options for a body of the same family. */
const FAMILIES: Record<string, string> = {
	security:
		'North Atlantic Treaty Organization=NATO|Shanghai Cooperation Organization=SCO|Collective Security Treaty Organization=CSTO|Organization for Security and Cooperation in Europe=OSCE|Commonwealth of Independent States=CIS',
	economy:
		'World Trade Organization=WTO|International Monetary Fund=IMF|World Bank=|Organization for Economic Cooperation and Development=OECD|Eurasian Economic Union=EAEU|Economic Cooperation Organization=ECO|Asian Development Bank=ADB|Organization of the Petroleum Exporting Countries=OPEC',
	region:
		'European Union=EU|African Union=AU|Arab League=|Association of Southeast Asian Nations=ASEAN|Organization of American States=OAS|Council of Europe=|Gulf Cooperation Council=GCC|Organization of Islamic Cooperation=OIC|Commonwealth of Nations=',
	'world affairs':
		'United Nations=UN|World Health Organization=WHO|International Atomic Energy Agency=IAEA|International Criminal Court=ICC|Food and Agriculture Organization=FAO|International Labor Organization=ILO'
};

export interface Organisation {
	name: string;
	short: string;
	family: string;
}

export const organisations: readonly Organisation[] = Object.entries(FAMILIES).flatMap(
	([family, list]) =>
		list.split('|').map((entry) => {
			const [name = '', short = ''] = entry.split('=');
			return { name, short, family };
		})
);
