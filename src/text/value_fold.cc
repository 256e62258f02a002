// SPDX-License-Identifier: Apache-2.0
#include "text/value_fold.h"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "base/utf8.h"

namespace signpost::text {
namespace {

bool IsAscii(char c) { return static_cast<signed char>(c) >= 0; }
char FoldAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string FoldAscii(std::string_view value) {
  std::string out(value);
  for (char& c : out) c = FoldAscii(c);
  return out;
}

}  // namespace

std::string FoldValue(std::string_view value) {
  if (std::all_of(value.begin(), value.end(), IsAscii)) return FoldAscii(value);
  const std::string text = FindInvalidUtf8(value) == kValidUtf8 ? std::string(value) : ReplaceInvalidUtf8(value);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);  // never deleted
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    fold->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  }
  return U_SUCCESS(status) ? out : FoldAscii(text);  // without ICU's data
}

bool FoldedBefore(std::string_view a, std::string_view b) {
  const std::size_t both = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < both; ++i) {
    // What is not ASCII may change how what stands before it folds.
    if (!IsAscii(a[i]) || !IsAscii(b[i])) break;
    if (i + 1 < a.size() && !IsAscii(a[i + 1])) break;
    if (i + 1 < b.size() && !IsAscii(b[i + 1])) break;
    if (const char x = FoldAscii(a[i]), y = FoldAscii(b[i]); x != y) return x < y;
    if (i + 1 == both && std::all_of(a.begin(), a.end(), IsAscii) && std::all_of(b.begin(), b.end(), IsAscii)) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
  }
  const std::string x = FoldValue(a);
  const std::string y = FoldValue(b);
  return x != y ? x < y : a < b;
}

}  // namespace signpost::text
