// SPDX-License-Identifier: Apache-2.0
#include "text/value_fold.h"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "base/utf8.h"

namespace signpost::text {
namespace {

std::string FoldAscii(std::string_view value) {
  std::string out(value);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::string FoldValue(std::string_view value) {
  const bool ascii = std::all_of(value.begin(), value.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii) return FoldAscii(value);
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

}  // namespace signpost::text
