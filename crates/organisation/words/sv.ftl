organisation-account = Mitt konto
organisation-the-coach = coachen
organisation-the-participant = deltagaren
organisation-the-person = personen som det handlar om
organisation-someone-paused = Någon vars uppgifter är pausade
organisation-changes-wider = Mer används eller mindre skyddas
organisation-changes-wider-lead = För det som redan finns sparat om dig börjar det här gälla först när du väljer att fortsätta.
organisation-changes-narrower = Mindre används eller mer skyddas
organisation-changes-narrower-lead = Det här gäller alla från första dagen.
organisation-changes-same = Annorlunda, men varken mer eller mindre
organisation-changes-same-lead = Det här gäller alla från första dagen.
organisation-changes-wording = Samma sak med andra ord
organisation-changes-wording-lead = Inget annat händer med det som finns sparat om dig.

# Files that people send along
organisation-file-empty = Filen är tom. Välj en annan.
organisation-file-kind = Den här sortens fil går inte att skicka, eller så är filen inte det som namnet säger. Här nedanför står vilka sorter som går.
organisation-file-picture = Bilden är trasig, eller för stor för att öppnas: den får ha högst 120 miljoner punkter. Öppna den, spara den på nytt som JPEG eller PNG och välj den igen. Din text finns kvar.
organisation-file-harmful = Filen kan skada den som öppnar den: den innehåller ett program eller en annan fil, eller är mycket större uppackad än den ser ut. Spara den på nytt som PDF och välj den. Din text finns kvar.
organisation-file-many = { $most ->
    [one] Du kan skicka en fil åt gången.
   *[other] Du kan skicka { $most } filer åt gången. Välj färre.
}
organisation-file-refused = { $name }: { $why }
