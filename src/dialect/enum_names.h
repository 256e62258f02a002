// SPDX-License-Identifier: Apache-2.0
// enum_names.h — values of enums and their names in JSON, where settings and requests share them.
#ifndef SIGNPOST_DIALECT_ENUM_NAMES_H_
#define SIGNPOST_DIALECT_ENUM_NAMES_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <absl/status/status.h>
#include <signpost/document.h>
#include <signpost/settings.h>

#include "base/strings.h"
#include "dialect/json_view.h"

namespace signpost::dialect {

// Clients write names of types in their own case.
inline bool EqualIgnoringCase(std::string_view a, std::string_view b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

template <typename Enum>
struct Named {
  std::string_view name;
  Enum value;
};

inline constexpr Named<LineKind> kLineKinds[] = {
    {"text", LineKind::kText},           {"step", LineKind::kStep}, {"bullet", LineKind::kBullet},
    {"headerRow", LineKind::kHeaderRow}, {"row", LineKind::kRow},   {"code", LineKind::kCode},
    {"continued", LineKind::kContinued}};
inline constexpr Named<TypoMode> kTypoModes[] = {{"min", TypoMode::kMin}, {"strict", TypoMode::kStrict}};
inline constexpr Named<RemoveWords> kRemoveWords[] = {{"byInformation", RemoveWords::kByInformation},
                                                      {"none", RemoveWords::kNever},
                                                      {"lastWords", RemoveWords::kLastWords},
                                                      {"firstWords", RemoveWords::kFirstWords},
                                                      {"allOptional", RemoveWords::kAllOptional}};

inline constexpr Named<ExactAlternative> kExactAlternatives[] = {
    {"singleWordSynonym", ExactAlternative::kSingleWordSynonym},
    {"multiWordsSynonym", ExactAlternative::kMultiWordsSynonym}};

template <typename Enum, std::size_t kCount>
absl::Status ReadNamed(const JsonView& view, const Named<Enum> (&names)[kCount], Enum* out) {
  std::string text;
  SIGNPOST_RETURN_IF_ERROR(view.Read(&text));
  std::string known;
  for (const Named<Enum>& named : names) {
    if (named.name == text) {
      *out = named.value;
      return absl::OkStatus();
    }
    known += StrCat(known.empty() ? "" : ", ", named.name);
  }
  return view.Error(StrCat("must be one of ", known));
}

template <typename Enum, std::size_t kCount>
std::string_view NameOf(const Named<Enum> (&names)[kCount], Enum value) {
  for (const Named<Enum>& named : names) {
    if (named.value == value) return named.name;
  }
  return {};
}

// true, false, "min" or "strict"; in requests, where every value may come as text, also "true" and "false".
inline absl::Status ReadTypoMode(const JsonView& view, bool as_text, TypoMode* out) {
  const std::string* text = view.value().string();
  const bool* on = view.value().boolean();
  if (on != nullptr || (as_text && text != nullptr && (*text == "true" || *text == "false"))) {
    *out = (on != nullptr ? *on : *text == "true") ? TypoMode::kOn : TypoMode::kOff;
    return absl::OkStatus();
  }
  if (text != nullptr && ReadNamed(view, kTypoModes, out).ok()) return absl::OkStatus();
  return view.Error("must be true, false, \"min\" or \"strict\"");
}

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_ENUM_NAMES_H_
