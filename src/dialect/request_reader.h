// SPDX-License-Identifier: Apache-2.0
// request_reader.h — the parameters of one search, where they stand in an object among others.
#ifndef SIGNPOST_DIALECT_REQUEST_READER_H_
#define SIGNPOST_DIALECT_REQUEST_READER_H_

#include <absl/status/status.h>
#include <signpost/dialect.h>

#include "dialect/json_view.h"

namespace signpost::dialect {

// What a request is before anything of it is read.
SearchParameters DefaultSearchParameters();

// Reads the members of an object that ParseSearchParameters knows into `*out`; the others are skipped, and what is not there
// stays as it is.
absl::Status ReadSearchParameters(const JsonView& view, SearchParameters* out);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_REQUEST_READER_H_
