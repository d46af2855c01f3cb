//! What is held and what is asked: records, the four roles and their operations.
//!
//! After GDPRbench (Shastri et al., VLDB 13(7), 2020): each role's operations in the shares of its published workload
//! files (controller, customer, processor) and of the paper's table (regulator).

/// People whose data it is.
pub(crate) const PEOPLE: u32 = 1_000;
/// Purposes for which it is held.
pub(crate) const PURPOSES: u32 = 20;
/// Records at the start.
pub(crate) const RECORDS: u32 = 10_000;
/// Operations of each role.
pub(crate) const OPERATIONS: u32 = 1_000;
/// Days ahead on which records go, at most.
const DAYS: u32 = 730;

/// One record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) key: u32,
    pub(crate) person: u32,
    pub(crate) purpose: u32,
}

impl Record {
    /// The record of a number: the same in every system.
    pub(crate) fn of(key: u32) -> Self {
        let drawn = mix(u64::from(key));
        Self { key, person: part(drawn, PEOPLE), purpose: part(drawn >> 32, PURPOSES) }
    }

    /// The day on which it goes, counted from the first. All that is held of a person for one purpose goes together.
    pub(crate) fn day(self) -> u32 {
        1 + part(mix(u64::from(self.person) << 32 | u64::from(self.purpose) | 1 << 63), DAYS)
    }

    /// A hundred bytes.
    pub(crate) fn data(self, edition: u32) -> String {
        format!("{:0>60}{:0>40}", self.key, edition)
    }
}

/// Who works with the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Customer,
    Processor,
    Regulator,
    Controller,
}

impl Role {
    /// All; the one that removes most comes last.
    pub(crate) const ALL: [Self; 4] = [Self::Customer, Self::Processor, Self::Regulator, Self::Controller];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Processor => "processor",
            Self::Regulator => "regulator",
            Self::Controller => "controller",
        }
    }
}

/// One thing that somebody asks or does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Operation {
    Create(Record),
    DeleteByKey(Record),
    DeleteByPurpose(u32),
    /// What is due on a day, counted from the first.
    DeleteByTime(u32),
    DeleteByPerson(u32),
    ReadByKey(Record),
    ReadByPerson(u32),
    ReadByPurpose(u32),
    /// Records for a purpose whose people do not object.
    ReadUnlessObjected(u32),
    /// Records for a purpose whose people allow automatic decisions.
    ReadWhereDecided(u32),
    ReadMetadataByKey(Record),
    ReadMetadataByPerson(u32),
    /// Other data.
    Correct(Record, u32),
    /// The person objects, or takes that back.
    ObjectByKey(Record, bool),
    ObjectByPerson(u32, bool),
    /// With whom what is held for a purpose is shared.
    ShareByPurpose(u32, u32),
    /// Whoever received it under one sharing, under another from now on.
    ShareByShare(u32, u32),
    Logs(u32),
    VerifyDeletion(Record),
}

/// The operations of a role, in order; the same in every system.
pub(crate) fn operations(role: Role) -> Vec<Operation> {
    let mut draw = Draw(mix(role as u64 + 77));
    let zipf = Zipf::new(RECORDS);
    let mut fresh = RECORDS;
    let one = |turn: u32| -> Operation {
        let share = draw.below(1_000);
        let any = Record::of(draw.below(RECORDS));
        let known = Record::of(zipf.pick(draw.unit()));
        let (purpose, switch) = (draw.below(PURPOSES), turn.is_multiple_of(2));
        match role {
            Role::Customer => match share / 200 {
                0 => Operation::ReadByPerson(known.person),
                1 => Operation::ReadMetadataByKey(known),
                2 => Operation::Correct(known, turn),
                3 => Operation::ObjectByKey(known, switch),
                _ => Operation::DeleteByKey(known),
            },
            Role::Processor => match share {
                0..800 => Operation::ReadByKey(known),
                800..867 => Operation::ReadByPurpose(purpose),
                867..934 => Operation::ReadUnlessObjected(purpose),
                _ => Operation::ReadWhereDecided(purpose),
            },
            Role::Regulator => match share {
                0..460 => Operation::ReadMetadataByPerson(known.person),
                460..770 => Operation::Logs(known.person),
                _ => Operation::VerifyDeletion(known),
            },
            // Weights of the workload file: 0.25 created, 0.5 metadata, 0.025 deleted, of 0.775 in all.
            Role::Controller => match share {
                0..323 => {
                    fresh += 1;
                    Operation::Create(Record::of(fresh))
                }
                323..968 => match turn % 3 {
                    0 => Operation::ShareByPurpose(purpose, turn),
                    1 => Operation::ObjectByPerson(any.person, switch),
                    _ => Operation::ShareByShare(turn % 7, turn % 5),
                },
                _ => match turn % 3 {
                    0 => Operation::DeleteByPurpose(purpose),
                    1 => Operation::DeleteByTime(turn / 50),
                    _ => Operation::DeleteByPerson(any.person),
                },
            },
        }
    };
    (0..OPERATIONS).map(one).collect()
}

/// A stream of numbers that is the same each time (SplitMix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    fn below(&mut self, bound: u32) -> u32 {
        part(self.next(), bound)
    }

    fn unit(&mut self) -> f64 {
        f64::from(self.below(1 << 30)) / f64::from(1u32 << 30)
    }
}

fn mix(seed: u64) -> u64 {
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    seed ^ (seed >> 31)
}

/// A number below the bound, of the lower half of what was drawn.
fn part(drawn: u64, bound: u32) -> u32 {
    u32::try_from(((drawn & 0xffff_ffff) * u64::from(bound)) >> 32).unwrap_or(0)
}

/// Few records are asked for often: the exponent is YCSB's, 0.99.
struct Zipf {
    sums: Vec<f64>,
}

impl Zipf {
    fn new(count: u32) -> Self {
        let mut sum = 0.0;
        let sums = (1..=count).map(|rank| {
            sum += f64::from(rank).powf(-0.99);
            sum
        });
        Self { sums: sums.collect() }
    }

    fn pick(&self, unit: f64) -> u32 {
        let wanted = unit * self.sums.last().copied().unwrap_or(1.0);
        let rank = self.sums.partition_point(|sum| *sum < wanted).min(self.sums.len() - 1);
        // The often asked are spread over people and purposes.
        u32::try_from(rank * 7_919 % self.sums.len()).unwrap_or(0)
    }
}
