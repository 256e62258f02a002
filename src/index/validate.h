// SPDX-License-Identifier: Apache-2.0
// validate.h — what may come in: settings and documents are checked once, before anything is done with them.
#ifndef SIGNPOST_INDEX_VALIDATE_H_
#define SIGNPOST_INDEX_VALIDATE_H_

#include <absl/status/status.h>
#include <signpost/document.h>
#include <signpost/settings.h>

namespace signpost::index {

// InvalidArgument: names the setting, its value and the range.
absl::Status ValidateSettings(const Settings& settings);

// InvalidArgument: names the document's object_id, the field, and the value or the offset in it.
absl::Status ValidateDocument(const Document& document);

}  // namespace signpost::index

#endif  // SIGNPOST_INDEX_VALIDATE_H_
