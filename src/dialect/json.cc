// SPDX-License-Identifier: Apache-2.0
#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/json_parser.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

absl::StatusOr<Value> ParseJson(std::string_view json) { return dialect::ParseJsonText(json, limits::kMaxValueDepth); }

std::string ToJson(const Value& value) { return dialect::JsonWriter().Any(value).Take(); }

}  // namespace signpost::inline v0
