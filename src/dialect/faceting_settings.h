// SPDX-License-Identifier: Apache-2.0
// faceting_settings.h — the members of settings that speak of filters and facets.
#ifndef SIGNPOST_DIALECT_FACETING_SETTINGS_H_
#define SIGNPOST_DIALECT_FACETING_SETTINGS_H_

#include <absl/status/status.h>
#include <signpost/settings.h>

#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::dialect {

// `attribute`, `filterOnly(attribute)`, `searchable(attribute)`, `afterDistinct(attribute)`, the last two also one in the other.
absl::Status ReadAttributesForFaceting(const JsonView& view, Settings* out);
absl::Status ReadNumericAttributes(const JsonView& view, Settings* out);
absl::Status Read(const JsonView& view, FacetSort* out);
// {"facetOrdering": {"facets": {"order"}, "values": {ATTRIBUTE: {"order", "sortRemainingBy", "hide"}}}}
absl::Status Read(const JsonView& view, FacetOrdering* out);

// Writes all of them.
void WriteFacetingSettings(const Settings& settings, JsonWriter* writer);
// Writes the member facetOrdering of an object that is open.
void WriteFacetOrdering(const FacetOrdering& ordering, JsonWriter* writer);

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_FACETING_SETTINGS_H_
