/** Countries by region with their capitals: for typing names, and for wrong options that could be right. */

const REGIONS: Record<string, string> = {
	'the Caucasus': 'Armenia=Yerevan|Azerbaijan=Baku|Georgia=Tbilisi',
	'Central Asia':
		'Kazakhstan=Astana|Kyrgyzstan=Bishkek|Tajikistan=Dushanbe|Turkmenistan=Ashgabat|Uzbekistan=Tashkent',
	'South Asia':
		'Afghanistan=Kabul|Bangladesh=Dhaka|Bhutan=Thimphu|India=New Delhi|Iran=Tehran|Maldives=Malé|Nepal=Kathmandu|Pakistan=Islamabad|Sri Lanka=Colombo',
	'East Asia':
		'China=Beijing|Japan=Tokyo|Mongolia=Ulaanbaatar|North Korea=Pyongyang|South Korea=Seoul|Taiwan=Taipei',
	'Southeast Asia':
		'Brunei=Bandar Seri Begawan|Cambodia=Phnom Penh|East Timor=Dili|Indonesia=Jakarta|Laos=Vientiane|Malaysia=Kuala Lumpur|Myanmar=Naypyidaw|Philippines=Manila|Singapore=Singapore|Thailand=Bangkok|Vietnam=Hanoi',
	'the Middle East':
		'Bahrain=Manama|Cyprus=Nicosia|Egypt=Cairo|Iraq=Baghdad|Israel=Jerusalem|Jordan=Amman|Kuwait=Kuwait City|Lebanon=Beirut|Oman=Muscat|Qatar=Doha|Saudi Arabia=Riyadh|Syria=Damascus|Turkey=Ankara|United Arab Emirates=Abu Dhabi|Yemen=Sana’a',
	'Eastern Europe':
		'Belarus=Minsk|Bulgaria=Sofia|Czech Republic=Prague|Hungary=Budapest|Moldova=Chișinău|Poland=Warsaw|Romania=Bucharest|Russia=Moscow|Slovakia=Bratislava|Ukraine=Kyiv',
	'Northern Europe':
		'Denmark=Copenhagen|Estonia=Tallinn|Finland=Helsinki|Iceland=Reykjavik|Ireland=Dublin|Latvia=Riga|Lithuania=Vilnius|Norway=Oslo|Sweden=Stockholm|United Kingdom=London',
	'Southern Europe':
		'Albania=Tirana|Andorra=Andorra la Vella|Bosnia and Herzegovina=Sarajevo|Croatia=Zagreb|Greece=Athens|Italy=Rome|Kosovo=Pristina|Malta=Valletta|Montenegro=Podgorica|North Macedonia=Skopje|Portugal=Lisbon|San Marino=San Marino|Serbia=Belgrade|Slovenia=Ljubljana|Spain=Madrid',
	'Western Europe':
		'Austria=Vienna|Belgium=Brussels|France=Paris|Germany=Berlin|Liechtenstein=Vaduz|Luxembourg=Luxembourg|Monaco=Monaco|Netherlands=Amsterdam|Switzerland=Bern',
	'North Africa': 'Algeria=Algiers|Libya=Tripoli|Morocco=Rabat|Sudan=Khartoum|Tunisia=Tunis',
	'West Africa':
		'Benin=Porto-Novo|Burkina Faso=Ouagadougou|Cape Verde=Praia|Gambia=Banjul|Ghana=Accra|Guinea=Conakry|Guinea-Bissau=Bissau|Ivory Coast=Yamoussoukro|Liberia=Monrovia|Mali=Bamako|Mauritania=Nouakchott|Niger=Niamey|Nigeria=Abuja|Senegal=Dakar|Sierra Leone=Freetown|Togo=Lomé',
	'East Africa':
		'Burundi=Gitega|Comoros=Moroni|Djibouti=Djibouti|Eritrea=Asmara|Ethiopia=Addis Ababa|Kenya=Nairobi|Madagascar=Antananarivo|Malawi=Lilongwe|Mauritius=Port Louis|Mozambique=Maputo|Rwanda=Kigali|Seychelles=Victoria|Somalia=Mogadishu|South Sudan=Juba|Tanzania=Dodoma|Uganda=Kampala|Zambia=Lusaka|Zimbabwe=Harare',
	'Central Africa':
		'Angola=Luanda|Cameroon=Yaoundé|Central African Republic=Bangui|Chad=N’Djamena|Congo=Brazzaville|Equatorial Guinea=Malabo|Gabon=Libreville|São Tomé and Príncipe=São Tomé',
	'Southern Africa':
		'Botswana=Gaborone|Eswatini=Mbabane|Lesotho=Maseru|Namibia=Windhoek|South Africa=Pretoria',
	'North America': 'Canada=Ottawa|Mexico=Mexico City|United States=Washington',
	'Central America':
		'Belize=Belmopan|Costa Rica=San José|El Salvador=San Salvador|Guatemala=Guatemala City|Honduras=Tegucigalpa|Nicaragua=Managua|Panama=Panama City',
	'the Caribbean':
		'Bahamas=Nassau|Barbados=Bridgetown|Cuba=Havana|Dominican Republic=Santo Domingo|Grenada=St. George’s|Haiti=Port-au-Prince|Jamaica=Kingston|Trinidad and Tobago=Port of Spain',
	'South America':
		'Argentina=Buenos Aires|Bolivia=Sucre|Brazil=Brasília|Chile=Santiago|Colombia=Bogotá|Ecuador=Quito|Guyana=Georgetown|Paraguay=Asunción|Peru=Lima|Suriname=Paramaribo|Uruguay=Montevideo|Venezuela=Caracas',
	Oceania:
		'Australia=Canberra|Fiji=Suva|New Zealand=Wellington|Papua New Guinea=Port Moresby|Samoa=Apia|Solomon Islands=Honiara|Tonga=Nukuʻalofa|Vanuatu=Port Vila'
};

export interface Country {
	name: string;
	capital: string;
	region: string;
}

export const countries: readonly Country[] = Object.entries(REGIONS).flatMap(([region, list]) =>
	list.split('|').map((entry) => {
		const [name = '', capital = ''] = entry.split('=');
		return { name, capital, region };
	})
);

/** Countries that a pupil anywhere has heard of. */
export const wellKnown: ReadonlySet<string> = new Set(
	'Argentina|Australia|Austria|Belgium|Brazil|Canada|Chile|China|Colombia|Cuba|Denmark|Egypt|Ethiopia|Finland|France|Georgia|Germany|Greece|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Kazakhstan|Kenya|Malaysia|Mexico|Morocco|Nepal|Netherlands|New Zealand|Nigeria|North Korea|Norway|Pakistan|Peru|Philippines|Poland|Portugal|Russia|Saudi Arabia|Singapore|South Africa|South Korea|Spain|Sweden|Switzerland|Syria|Thailand|Turkey|Ukraine|United Kingdom|United States|Vietnam|Afghanistan|Bangladesh'.split(
		'|'
	)
);
