mail-greeting = Hej!
mail-no-button = Fungerar inte länken? Kopiera den här adressen till din webbläsare:
mail-reason = Du får det här mejlet från { $organisation }. Svara inte på det: ingen läser den här brevlådan.
mail-mailing-reason = Du får det här mejlet för att du har sagt ja till { $mailing } från { $organisation }. Svara inte på det: ingen läser den här brevlådan.
mail-stop = Stoppa de här mejlen
mail-erase = Låt radera dina kontaktuppgifter
text-code = { $code } är din kod för { $host }. Ge den inte till någon.
