// SPDX-License-Identifier: Apache-2.0
// address.h — URLs, paths and slugs in the form in which moved addresses are compared.
#ifndef SIGNPOST_RULES_ADDRESS_H_
#define SIGNPOST_RULES_ADDRESS_H_

#include <string>
#include <string_view>

#include "base/strings.h"

namespace signpost::rules {

// Returns `s` without white space around it.
std::string_view Trimmed(std::string_view s);

// Returns `s` with bytes in place of %XX; a % that no two hexadecimal digits follow stands for itself.
std::string PercentDecoded(std::string_view s);

// An address in the form in which addresses are compared.
struct Address {
  std::string host;   // empty: none
  std::string path;   // begins with "/", but for a slug or an id
  std::string query;  // with its "?"

  bool is_path() const { return !host.empty() || path.starts_with('/'); }
  std::string Key() const { return host.empty() ? path : StrCat("//", host, path); }
};

// Reads an address: white space around it, case, scheme, fragment, percent-encoding and a "/" at the end are dropped.
Address ReadAddress(std::string_view text);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_ADDRESS_H_
