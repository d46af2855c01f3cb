amendments-changes-title = Vad som ändras för dig
amendments-nothing-asked = Inget väntar på ditt val. För det som är ditt gäller version { $number } av integritetspolicyn.
amendments-from = Version { $number } av integritetspolicyn gäller från den { $date }.
amendments-since = Version { $number } av integritetspolicyn gäller sedan den { $date }.
amendments-not-for-you = Inget ändras för det du gör här.
amendments-everything = Se allt som ändras, även för andra
amendments-versions = Alla versioner, och vad som har ändrats
amendments-choose = Ditt val
amendments-open = Du kan låta det här vara öppet. Tills du väljer används inget av ditt i större omfattning, och det försvinner på det tidigaste av de båda datumen.
amendments-continue = Fortsätt med den nya versionen
amendments-stop = Sluta och radera allt
amendments-stands = För det som är ditt gäller den version som du senast godkände: nummer { $number }.

# Dataskyddsombudets redigerare.
amendments-nav = Policyn
amendments-editor-title = Integritetspolicyn
amendments-in-force = Version { $number } gäller nu. Nedanför står texten till nästa, som bara dataskyddsombud ser tills den är publicerad.
amendments-waits = Version { $in_force } gäller nu. Version { $number } är publicerad och gäller från den { $date }.
amendments-text = Texten till nästa version
amendments-text-purpose = Den börjar som den nuvarande texten. Ge den ett högre versionsnummer, dagen då den börjar gälla och en mening om vad som ändras. Det du skriver sparas.
amendments-check = Spara och kontrollera
amendments-preview = Se sidan
amendments-to-publication = Vidare till publicering
amendments-findings = Vad som finns att säga om texten
amendments-unchanged = Det här är den nyaste versionens text: inget är annorlunda.
amendments-good = Den här texten kan publiceras.
amendments-objections = { $count ->
    [one] Den här texten kan inte publiceras än, av det här skälet:
   *[other] Den här texten kan inte publiceras än, av de här skälen:
}
amendments-errors = { $count ->
    [one] Den här texten går inte att använda: den har ett fel.
   *[other] Den här texten går inte att använda: den har { $count } fel.
}
amendments-effect = Vad den gör med det som finns sparat
amendments-found = Vad som hittades i texten
amendments-difference = Vad som ändras
amendments-error = Fel
amendments-warning = Varning
amendments-note = Anmärkning
amendments-place = rad { $line }, tecken { $column }
amendments-also = { $label }: rad { $line }
amendments-overtaken = Någon annan har ändrat utkastet sedan du öppnade det. Det här är din text; sparar du den nu ersätter den deras.
amendments-too-long = En policy har högst { $most } tecken.
amendments-no-text = Välj en fil med texten till en policy, i UTF-8.
amendments-from-file = Från en fil
amendments-file = En policy som fil
amendments-file-purpose = Den ersätter texten ovan, och du ser och kontrollerar den sedan som om du hade skrivit den.
amendments-file-button = Ta den här filen
amendments-done-kept = Din text är sparad. Vad som finns att säga om den står under den.
amendments-done-published = Versionen är publicerad. Alla som berörs får veta det.
amendments-preview-title = Sidan som den skulle bli
amendments-preview-lead = Så här skulle sidan läsas. Ingen annan ser den än.
amendments-preview-none = Texten har fel, så det blir ingen sida av den än.
amendments-preview-languages = Sidans språk
amendments-publication-title = Publicera den här versionen
amendments-publication-lead = Publiceringen går inte att ta tillbaka: versionen går att läsa för alltid, och alla som berörs får veta det genast.
amendments-confirm = Jag har läst vad som ändras och vad det gör, och jag publicerar det.
amendments-confirm-missing = Kryssa i att du har läst det.
amendments-not-published = Inget publicerades. Utkastet har ändrats, eller så talar något emot det; det står nedanför.
amendments-publish = Publicera och berätta för alla
amendments-back = Tillbaka till texten
