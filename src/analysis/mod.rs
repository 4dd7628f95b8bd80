//! One file per question that is asked of a model.
