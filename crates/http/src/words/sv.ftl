form-missing = Fyll i det här.
form-too-long = { $most ->
    [one] Här får det stå högst ett tecken.
   *[other] Här får det stå högst { $most } tecken.
}
form-choose = Välj ett av alternativen.
form-not-an-address = Det här ser inte ut som en e-postadress. Den ska se ut som namn@exempel.se.
form-not-a-date = Det här ser inte ut som ett datum. Det ska se ut som 2028-03-14.
form-not-a-time = Det här ser inte ut som en tid. Den ska se ut som 09:30.
form-not-a-number = Skriv ett heltal.
form-unknown = Vi känner inte till det här valet. Välj igen.
form-file-missing = Välj en fil.
form-file-harmful = Virusskyddet hittade något skadligt i filen. Därför har vi inte tagit emot den. Inget annat har gått förlorat.
form-file-unseen = Vi kunde inte låta virusskyddet titta på filen. Därför har vi inte tagit emot den. Inget annat har gått förlorat. Försök igen senare, eller fortsätt utan den.
form-file-too-large = { $most ->
    [one] Filen är för stor. Den får vara högst 1 MB.
   *[other] Filen är för stor. Den får vara högst { $most } MB.
}
