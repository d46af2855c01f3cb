moving-title = Bring along
moving-my-data = My data
moving-lead = If you took your data along from another organisation that uses Troth, you can bring it here. It stays apart from everything else, and only you can read it.
moving-bring = Bring an archive along
moving-archive = The archive, as you downloaded it (my-data.zip)
moving-limits = It can be { $most } MB at most, unpack to { $unpacked } MB, and hold { $entries } entries. First you see what is in it. Nothing is kept before you say so.
moving-look = See what is in it
moving-back = Back
moving-brought = What you brought along
moving-empty = What you bring along will appear here.
moving-brought-on = Brought along on { $moment }
moving-holds = { $entries ->
    [one] one entry
   *[other] { $entries } entries
}{ $files ->
    [0] {""}
    [one] , one file
   *[other] , { $files } files
}
moving-origin = From { $organisation }, by version { $version } of its privacy statement, taken along on { $moment }
moving-remove-all = Delete everything that you brought along
moving-remove-all-lead = All of it goes at once and cannot be brought back from here. What the other organisation holds is not changed.
moving-remove-all-do = Delete all of it
moving-remove = Delete this part
moving-remove-lead = This part goes at once and cannot be brought back from here. What the other organisation holds is not changed.
moving-remove-do = Delete this part
moving-kept = What you brought along is kept. If it holds your name, you can take that over into your profile: open that part.
moving-removed = That part is deleted.
moving-removed-all = Everything that you brought along is deleted.
moving-next = More entries
moving-file = { $name } ({ $size } kB)
moving-offer-title = Take this over into your profile?
moving-offer-lead = Your profile stays as it is, unless you choose otherwise.
moving-offer-do = Use the name “{ $name }” and the language { $language } here
moving-preview-title = What is in this archive
moving-preview-lead = Nothing is kept yet. Look at what the archive says of itself, and decide.
moving-preview-from = Where it comes from
moving-preview-whose = Whose name it bears
moving-preview-holds = What it holds
moving-column-what = What
moving-column-entries = Entries
moving-column-files = Files
moving-preview-becomes = What it becomes here
moving-becomes-own = It becomes a part of your own data, encrypted, that only you can read. You can delete each part of it, or all of it, at any time, and take it along again.
moving-becomes-apart = It stays apart: it does not become a dialogue, a goal or a note here, and nobody is told of it.
moving-becomes-profile = Your name and your language stay as they are. You can take those of the archive over later, with one choice.
moving-preview-passed = What is passed over, and why
moving-passed-hidden = { $count ->
    [one] One value that the other organisation held and that was not for you to read, such as a password or what somebody else had not shared.
   *[other] { $count } values that the other organisation held and that were not for you to read, such as passwords or what somebody else had not shared.
}
moving-passed-gone = { $count ->
    [one] One value that was deleted there already.
   *[other] { $count } values that were deleted there already.
}
moving-keep = Keep it here
moving-keep-not = Do not keep it
moving-fault-not-zip = This file is not a ZIP archive. Choose the file my-data.zip as you downloaded it.
moving-fault-damaged = This archive is cut off or damaged. Download it again from the other organisation, and wait until the download is complete.
moving-fault-foreign = This is not an archive of your data from Troth: look at “{ $place }”. Choose the file my-data.zip as you downloaded it, without unpacking or changing it.
moving-fault-path = An entry of this archive leads to another folder: “{ $place }”. Troth does not make such archives. Download yours again from the other organisation.
moving-fault-twice = Two entries of this archive bear the same name. Troth does not make such archives. Download yours again from the other organisation.
moving-fault-locked = “{ $place }” in this archive is locked by a password, or packed in a way that cannot be read here. Choose the file my-data.zip as you downloaded it.
moving-fault-checksum = “{ $place }” in this archive is damaged: its checksum is wrong. Download the archive again from the other organisation.
moving-fault-large = This archive is too large: it can be { $most } MB at most. Nothing was kept. Ask us if you want to bring more along.
moving-fault-unpacked = “{ $place }” in this archive unpacks to more than it may: all of it together can be { $most } MB at most. Nothing was kept. Ask us if you want to bring more along.
moving-fault-many = This archive has too many entries: at most { $most } can be brought along. Nothing was kept. Ask us if you want to bring more along.
moving-fault-version = This archive has a form that cannot be read here: “{ $place }”. Ask the other organisation for one of the form my-data-1, or ask us when we will read this one.
moving-fault-form = my-data.json in this archive does not have the form that it should have. The place is: { $place }. If you changed the file, choose it as you downloaded it. If not, download it again.
moving-fault-absent = The file “{ $place }” is named in my-data.json and is not in this archive. Download the archive again from the other organisation.
moving-fault-not-once = The file “{ $place }” should belong to one entry of my-data.json, and does not. Download the archive again from the other organisation.
moving-fault-empty = There is nothing to bring along in this archive.
moving-fault-late = This archive is not waiting any more: it was kept already, or too much time has passed. If it does not stand below, choose it once more.
