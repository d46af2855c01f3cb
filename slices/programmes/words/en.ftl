## Following

programmes-nav-following = Programmes
programmes-mine-title = Programmes

## Caring

## Making

## Figures

# Navigation
programmes-nav-outcomes = How programmes go

# Outcomes

programmes-outcomes-title = How the programmes go
programmes-outcomes-lead = Figures about groups, so that you see whether a programme helps. Nobody can be found in them, and no machine has opened anybody's answers for them.
programmes-outcomes-size = A group has at least { $count } people. It is shown when a quarter is over and enough people have been counted, and never changes after that.
programmes-outcomes-reach = Each number is changed a little at random: in nineteen of twenty cases by { $count } at the most. So the numbers do not add up exactly.
programmes-outcomes-none = There are no figures yet. People are counted twelve weeks after they began, or when they stop.
programmes-outcomes-file = Save as a table
programmes-outcomes-between = Counted from { $from } to { $until }
programmes-outcomes-column-outcome = Outcome
programmes-outcomes-column-people = People, about
programmes-figure-way = How far people went
programmes-figure-answer = How soon the coach answered for the first time
programmes-figure-change = How the result of "{ $title }" changed, from the first time to the latest
programmes-outcome-through = To the last step
programmes-outcome-halfway = Half of the steps or more
programmes-outcome-early = Less than half of the steps
programmes-outcome-days = Within two days
programmes-outcome-week = Within a week
programmes-outcome-later = Later
programmes-outcome-none = Not at all
programmes-outcome-private = Nothing was shared
programmes-outcome-better = Better
programmes-outcome-same = About the same
programmes-outcome-worse = Worse
programmes-outcome-unmeasured = Not measured twice
