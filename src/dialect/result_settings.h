// SPDX-License-Identifier: Apache-2.0
// result_settings.h — the members of settings that speak of languages, paging, groups and what never leaves.
#ifndef SIGNPOST_DIALECT_RESULT_SETTINGS_H_
#define SIGNPOST_DIALECT_RESULT_SETTINGS_H_

#include <absl/status/status.h>
#include <signpost/settings.h>

#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::dialect {

// {"pt-BR": ["pt", "en"], "*": ["en"]}
absl::Status ReadLanguageFallbacks(const JsonView& view, Settings* out);
// A number, or true for 1 and false for 0.
absl::Status ReadDistinct(const JsonView& view, int* out);

// Writes all of them.
void WriteResultSettings(const Settings& settings, JsonWriter* writer);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_RESULT_SETTINGS_H_
