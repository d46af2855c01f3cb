//! Rows that a database answers with.

use kernel::{Timestamp, Uuid, Value, id::Id};

use crate::StoreError;

/// Turns its arguments into a slice of [`Value`]s: `params![id, now, "open"]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] as &[$crate::Value] };
}

/// One row of an answer; columns by position, from 0.
///
/// There is neither `Debug` nor `Display`: what stands in a row belongs to someone.
pub struct Row {
    values: Vec<Value>,
}

impl Row {
    pub(crate) fn new(values: Vec<Value>) -> Self {
        Self { values }
    }

    pub(crate) fn take(&mut self, n: usize) -> Value {
        self.values.get_mut(n).map_or(Value::Null, |value| std::mem::replace(value, Value::Null))
    }

    fn value(&self, n: usize) -> &Value {
        self.values.get(n).unwrap_or(&Value::Null)
    }

    /// An identifier.
    pub fn id<I: Id>(&self, n: usize) -> Result<I, StoreError> {
        self.id_opt(n)?.ok_or(StoreError::Shape { column: n, expected: "an identifier" })
    }

    /// An identifier, or `None` for NULL.
    pub fn id_opt<I: Id>(&self, n: usize) -> Result<Option<I>, StoreError> {
        Ok(self.uuid_opt(n)?.map(I::from_uuid))
    }

    /// A raw UUID.
    pub fn uuid(&self, n: usize) -> Result<Uuid, StoreError> {
        self.uuid_opt(n)?.ok_or(StoreError::Shape { column: n, expected: "an identifier" })
    }

    /// A raw UUID, or `None` for NULL.
    pub fn uuid_opt(&self, n: usize) -> Result<Option<Uuid>, StoreError> {
        match self.value(n) {
            Value::Null => Ok(None),
            Value::Bytes(bytes) => Uuid::from_slice(bytes)
                .map(Some)
                .map_err(|_| StoreError::Shape { column: n, expected: "an identifier" }),
            Value::Int(_) | Value::Text(_) => Err(StoreError::Shape { column: n, expected: "an identifier" }),
        }
    }

    /// An instant.
    pub fn time(&self, n: usize) -> Result<Timestamp, StoreError> {
        self.time_opt(n)?.ok_or(StoreError::Shape { column: n, expected: "an instant" })
    }

    /// An instant, or `None` for NULL.
    pub fn time_opt(&self, n: usize) -> Result<Option<Timestamp>, StoreError> {
        let expected = StoreError::Shape { column: n, expected: "an instant" };
        self.int_opt(n)?.map(|micros| Timestamp::from_microsecond(micros).map_err(|_| expected)).transpose()
    }

    /// A whole number.
    pub fn int(&self, n: usize) -> Result<i64, StoreError> {
        self.int_opt(n)?.ok_or(StoreError::Shape { column: n, expected: "a number" })
    }

    /// A whole number, or `None` for NULL.
    pub fn int_opt(&self, n: usize) -> Result<Option<i64>, StoreError> {
        match self.value(n) {
            Value::Null => Ok(None),
            Value::Int(number) => Ok(Some(*number)),
            Value::Text(_) | Value::Bytes(_) => Err(StoreError::Shape { column: n, expected: "a number" }),
        }
    }

    /// A flag: 0 is false, NULL too.
    pub fn flag(&self, n: usize) -> Result<bool, StoreError> {
        Ok(self.int_opt(n)?.unwrap_or(0) != 0)
    }

    /// Text.
    pub fn text(&self, n: usize) -> Result<&str, StoreError> {
        self.text_opt(n)?.ok_or(StoreError::Shape { column: n, expected: "text" })
    }

    /// Text, or `None` for NULL.
    pub fn text_opt(&self, n: usize) -> Result<Option<&str>, StoreError> {
        match self.value(n) {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            Value::Int(_) | Value::Bytes(_) => Err(StoreError::Shape { column: n, expected: "text" }),
        }
    }

    /// Bytes.
    pub fn bytes(&self, n: usize) -> Result<&[u8], StoreError> {
        self.bytes_opt(n)?.ok_or(StoreError::Shape { column: n, expected: "bytes" })
    }

    /// Bytes, or `None` for NULL.
    pub fn bytes_opt(&self, n: usize) -> Result<Option<&[u8]>, StoreError> {
        match self.value(n) {
            Value::Null => Ok(None),
            Value::Bytes(bytes) => Ok(Some(bytes)),
            Value::Int(_) | Value::Text(_) => Err(StoreError::Shape { column: n, expected: "bytes" }),
        }
    }

    /// A sealed value of `cell`.
    pub fn sealed(&self, n: usize, cell: crate::Cell) -> Result<crate::Sealed, StoreError> {
        self.sealed_opt(n, cell)?.ok_or(StoreError::Shape { column: n, expected: "a sealed value" })
    }

    /// A sealed value of `cell`, or `None` for NULL.
    pub fn sealed_opt(&self, n: usize, cell: crate::Cell) -> Result<Option<crate::Sealed>, StoreError> {
        Ok(self.bytes_opt(n)?.map(|bytes| crate::Sealed::new(cell, bytes.to_vec())))
    }
}
