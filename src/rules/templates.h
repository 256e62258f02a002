// SPDX-License-Identifier: Apache-2.0
// templates.h — what a rule gives back with captured text in it: redirect URLs, and data for the page.
//
// Safety:   a captured text stands in a URL behind the host only and is percent-encoded there, so nothing that is typed
//           into a search box decides where a redirect leads. In user data it stands as it is: whoever puts it into a page
//           escapes it.
#ifndef SIGNPOST_RULES_TEMPLATES_H_
#define SIGNPOST_RULES_TEMPLATES_H_

#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <signpost/value.h>

#include "rules/captures.h"

namespace signpost::rules {

// InvalidArgument unless `url` is an http or https URL, or a relative one that begins with '/', '?' or '#' and names no
// host; without spaces, controls and backslashes (browsers read them as '/'), with captures behind the host only. Says
// what is wrong with the URL, not which one.
absl::Status CheckRedirectUrl(std::string_view url);

// InvalidArgument when `data` is nested deeper than limits::kMaxValueDepth.
absl::Status CheckUserData(const Value& data);

// Returns the names of the `{name}` in `text`, in order. Other braces mean nothing.
std::vector<std::string_view> CapturesInText(std::string_view text);
// The same for all strings in a value. REQUIRES: CheckUserData(data).ok().
std::vector<std::string_view> CapturesInData(const Value& data);

// Returns `url` with captures in place of their names. REQUIRES: CheckRedirectUrl(url).ok(); `captures` has every name.
std::string FillRedirectUrl(std::string_view url, const Captures& captures);
// Returns `text` with captures in place of their names, as they are. REQUIRES: `captures` has every name.
std::string FillText(std::string_view text, const Captures& captures);
// Returns `data` with captures in place of their names in every string. REQUIRES: as above.
Value FillUserData(const Value& data, const Captures& captures);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_TEMPLATES_H_
