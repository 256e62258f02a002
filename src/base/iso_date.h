// SPDX-License-Identifier: Apache-2.0
// iso_date.h — dates as text (ISO 8601) -> seconds since 1970-01-01 00:00 UTC.
#ifndef SIGNPOST_BASE_ISO_DATE_H_
#define SIGNPOST_BASE_ISO_DATE_H_

#include <optional>
#include <string_view>

namespace signpost {

// Reads YYYY-MM-DD, alone or followed by `T` or a space, HH:MM, perhaps :SS, perhaps a fraction, and perhaps Z, +HH:MM or
// +HHMM (or with a minus). Without a zone it is UTC. Anything else, a month 13 included, is none.
// Cost: a text that does not begin as a date is told by its fifth byte.
std::optional<double> ParseIsoDate(std::string_view text);

}  // namespace signpost

#endif  // SIGNPOST_BASE_ISO_DATE_H_
