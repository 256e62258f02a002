// SPDX-License-Identifier: Apache-2.0
#include "rules/address.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/value_fold.h"

namespace signpost::rules {
namespace {

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string_view Trimmed(std::string_view s) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = s.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(kBlank) - first + 1);
}

std::string PercentDecoded(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool encoded = s[i] == '%' && i + 2 < s.size() && HexValue(s[i + 1]) >= 0 && HexValue(s[i + 2]) >= 0;
    out += encoded ? static_cast<char>(16 * HexValue(s[i + 1]) + HexValue(s[i + 2])) : s[i];
    if (encoded) i += 2;
  }
  return out;
}

Address ReadAddress(std::string_view text) {
  constexpr std::array<std::string_view, 2> kSchemes = {"https://", "http://"};
  std::string folded = text::FoldValue(Trimmed(text));
  folded.resize(std::min(folded.find('#'), folded.size()));
  Address out;
  std::string_view rest = folded;
  for (std::string_view scheme : kSchemes) {
    if (!rest.starts_with(scheme)) continue;
    rest.remove_prefix(scheme.size());
    out.host = rest.substr(0, rest.find_first_of("/?"));
    rest.remove_prefix(out.host.size());
    break;
  }
  const std::size_t question = std::min(rest.find('?'), rest.size());
  out.query = rest.substr(question);
  out.path = text::FoldValue(PercentDecoded(rest.substr(0, question)));
  while (out.path.size() > 1 && out.path.ends_with('/')) out.path.pop_back();
  if (!out.host.empty() && out.path.empty()) out.path = "/";
  return out;
}

}  // namespace signpost::rules
