keeper-would = { $moment } skulle det här försvinna:
keeper-would-none = { $moment } är det inget som ska bort.
keeper-did = { $moment } försvann det här:
keeper-did-none = { $moment } var det inget som skulle bort.
keeper-line = { $count ->
    [one] { $what }: en gång ({ $class }, bestämmelse { $clause })
   *[other] { $what }: { $count } gånger ({ $class }, bestämmelse { $clause })
}
keeper-receipt = Kvitto { $id }
keeper-receipt-erasure = Kvitto { $id }, för en radering som nu är klar
keeper-open = { $count ->
    [one] En åtgärd är inte klar. Den görs om nästa gång.
   *[other] { $count } åtgärder är inte klara. De görs om nästa gång.
}
keeper-open-line = { $attempts ->
    [one] Åtgärd { $id }, påbörjad { $began }, misslyckades en gång: { $fault }
   *[other] Åtgärd { $id }, påbörjad { $began }, misslyckades { $attempts } gånger: { $fault }
}
keeper-paused = Väktaren väntar. Förra gången var { $last }, och nu visar klockan { $now }. Bekräfta om klockan går rätt; då försvinner allt som ska bort.
keeper-mail-ending-subject = Något av ditt försvinner snart
keeper-mail-ending-body = En del av det vi sparar om dig har nått slutet av sin tid och raderas snart. När du har loggat in ser du vad som försvinner och när, och du kan spara en egen kopia.
keeper-mail-ending-link = Se vad som försvinner
keeper-mail-amendment-subject = Integritetspolicyn ändras
keeper-mail-amendment-body = Integritetspolicyn för { $organisation } ändras den { $date }. Du kan läsa vad som ändras med enkla ord. Inget av ditt används i större omfattning förrän du har sagt att du vill fortsätta, och du får sluta och få allt raderat.
keeper-mail-amendment-link = Läs vad som ändras
keeper-objection-taken = Det finns två versioner med nummer { $number }: den här texten är en annan än den som publicerades. Ge den nummer { $next }.
keeper-objection-older = Det här är version { $number }, och version { $newest } är redan publicerad. Vill du tillbaka till tidigare regler publicerar du dem under ett högre nummer.
keeper-objection-early = En version gäller från början av en dag. Den första dagen som den här kan börja gälla är { $date }: skriv den dagen, eller en senare, som `effective`.
keeper-objection-notice = Den här versionen går längre ({ $clauses }), och människorna har blivit lovade att få veta det så här långt i förväg: { $notice }. Den första dagen som den kan börja gälla är { $date }: skriv den dagen, eller en senare, som `effective`.
keeper-effect-nothing = Den här ändringen flyttar inget datum och frågar ingen: inget av det som finns berörs.
keeper-effect = Den här ändringen:
keeper-effect-now = { $rows ->
    [one] raderar i natt en uppgift av { $what }, på { $count } { $count ->
        [one] ställe
       *[other] ställen
    }
   *[other] raderar i natt { $rows } uppgifter av { $what }, på { $count } { $count ->
        [one] ställe
       *[other] ställen
    }
}
keeper-effect-earlier = { $count ->
    [one] tidigarelägger datumet för { $what } på ett ställe
   *[other] tidigarelägger datumet för { $what } på { $count } ställen
}
keeper-effect-later = { $count ->
    [one] senarelägger datumet för { $what } på ett ställe
   *[other] senarelägger datumet för { $what } på { $count } ställen
}
keeper-effect-asks = { $count ->
    [one] frågar en person igen, på grund av { $clauses }
   *[other] frågar { $count } personer igen, på grund av { $clauses }
}
