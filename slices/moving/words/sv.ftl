moving-title = Ta med hit
moving-my-data = Mina uppgifter
moving-lead = Har du tagit med dina uppgifter från en annan organisation som använder Troth? Då kan du ta med dem hit. De står för sig, skilda från allt annat, och bara du kan läsa dem.
moving-bring = Ta med ett arkiv
moving-archive = Arkivet, som du laddade ner det (my-data.zip)
moving-limits = Det får vara högst { $most } MB, { $unpacked } MB uppackat, och ha { $entries } poster. Först ser du vad som finns i det. Inget sparas innan du säger till.
moving-look = Se vad som finns i det
moving-back = Tillbaka
moving-brought = Det du har tagit med
moving-empty = Det du tar med kommer att stå här.
moving-brought-on = Medtaget { $moment }
moving-holds = { $entries ->
    [one] en post
   *[other] { $entries } poster
}{ $files ->
    [0] {""}
    [one] , en fil
   *[other] , { $files } filer
}
moving-origin = Från { $organisation }, enligt version { $version } av integritetspolicyn där, hämtat { $moment }
moving-remove-all = Radera allt du har tagit med
moving-remove-all-lead = Allt försvinner genast och går inte att få tillbaka härifrån. Det som den andra organisationen har ändras inte.
moving-remove-all-do = Radera allt
moving-remove = Radera den här delen
moving-remove-lead = Delen försvinner genast och går inte att få tillbaka härifrån. Det som den andra organisationen har ändras inte.
moving-remove-do = Radera delen
moving-kept = Det du tog med är sparat. Om ditt namn finns i det kan du föra över det till din profil: öppna den delen.
moving-removed = Delen är raderad.
moving-removed-all = Allt du hade tagit med är raderat.
moving-next = Fler poster
moving-file = { $name } ({ $size } kB)
moving-offer-title = Föra över till din profil?
moving-offer-lead = Din profil förblir som den är, om du inte väljer något annat.
moving-offer-do = Använd namnet ”{ $name }” och språket { $language } här
moving-preview-title = Vad som finns i arkivet
moving-preview-lead = Inget är sparat än. Se vad arkivet säger om sig självt, och bestäm dig.
moving-preview-from = Varifrån det kommer
moving-preview-whose = Vems namn det bär
moving-preview-holds = Vad det innehåller
moving-column-what = Vad
moving-column-entries = Poster
moving-column-files = Filer
moving-preview-becomes = Vad det blir här
moving-becomes-own = Det blir en del av dina egna uppgifter, krypterad, som bara du kan läsa. Du kan när som helst radera varje del eller allt, och ta med det vidare igen.
moving-becomes-apart = Det står för sig: det blir ingen dialog, inget mål och ingen anteckning här, och ingen får veta om det.
moving-becomes-profile = Ditt namn och ditt språk förblir som de är. De som finns i arkivet kan du föra över senare, med ett enda val.
moving-preview-passed = Vad som utelämnas, och varför
moving-passed-hidden = { $count ->
    [one] En uppgift som den andra organisationen hade och som du inte fick läsa, till exempel ett lösenord eller något som någon annan inte hade delat.
   *[other] { $count } uppgifter som den andra organisationen hade och som du inte fick läsa, till exempel lösenord eller sådant som någon annan inte hade delat.
}
moving-passed-gone = { $count ->
    [one] En uppgift som redan var raderad där.
   *[other] { $count } uppgifter som redan var raderade där.
}
moving-keep = Spara det här
moving-keep-not = Spara inte
moving-fault-not-zip = Filen är inget ZIP-arkiv. Välj filen my-data.zip som du laddade ner den.
moving-fault-damaged = Arkivet är avklippt eller skadat. Ladda ner det igen från den andra organisationen, och vänta tills nedladdningen är klar.
moving-fault-foreign = Det här är inget arkiv med dina uppgifter från Troth: se ”{ $place }”. Välj filen my-data.zip som du laddade ner den, utan att packa upp eller ändra den.
moving-fault-path = En post i arkivet leder till en annan mapp: ”{ $place }”. Sådana arkiv gör Troth inte. Ladda ner ditt igen från den andra organisationen.
moving-fault-twice = Två poster i arkivet har samma namn. Sådana arkiv gör Troth inte. Ladda ner ditt igen från den andra organisationen.
moving-fault-locked = ”{ $place }” i arkivet är låst med ett lösenord, eller packat på ett sätt som inte går att läsa här. Välj filen my-data.zip som du laddade ner den.
moving-fault-checksum = ”{ $place }” i arkivet är skadad: kontrollsumman stämmer inte. Ladda ner arkivet igen från den andra organisationen.
moving-fault-large = Arkivet är för stort: det får vara högst { $most } MB. Inget har sparats. Fråga oss om du vill ta med mer.
moving-fault-unpacked = ”{ $place }” i arkivet blir för stor uppackad: allt tillsammans får vara högst { $most } MB. Inget har sparats. Fråga oss om du vill ta med mer.
moving-fault-many = Arkivet har för många poster: högst { $most } kan tas med. Inget har sparats. Fråga oss om du vill ta med mer.
moving-fault-version = Arkivet har en form som inte går att läsa här: ”{ $place }”. Be den andra organisationen om ett arkiv av formen my-data-1, eller fråga oss när vi kan läsa den här formen.
moving-fault-form = my-data.json i arkivet har inte den form som den ska ha. Platsen är: { $place }. Om du har ändrat filen, välj den som du laddade ner den. Annars, ladda ner den igen.
moving-fault-absent = Filen ”{ $place }” nämns i my-data.json och finns inte i arkivet. Ladda ner arkivet igen från den andra organisationen.
moving-fault-not-once = Filen ”{ $place }” ska höra till en post i my-data.json, och gör inte det. Ladda ner arkivet igen från den andra organisationen.
moving-fault-empty = Det finns inget att ta med i arkivet.
moving-fault-late = Arkivet väntar inte längre: det är redan sparat, eller så har det gått för lång tid. Om det inte står här nedanför, välj det en gång till.
