// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace signpost {
namespace {

// Decodes one code point at `*i`; on ill-formed input moves over the maximal part (Unicode 15, section 3.9, U+FFFD
// substitution of maximal subparts) and returns false.
bool DecodeStep(std::string_view s, std::size_t* i, char32_t* out) {
  auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
  const unsigned char lead = byte((*i)++);
  if (lead < 0x80) {
    *out = lead;
    return true;
  }
  int more;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  char32_t c;
  if (lead >= 0xC2 && lead <= 0xDF) {
    more = 1;
    c = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    more = 2;
    c = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;  // no surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    more = 3;
    c = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return false;
  }
  for (; more > 0; --more) {
    if (*i >= s.size() || byte(*i) < low || byte(*i) > high) return false;
    c = (c << 6) | (byte((*i)++) & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  *out = c;
  return true;
}

}  // namespace

std::size_t FindInvalidUtf8(std::string_view s) {
  char32_t c;
  for (std::size_t i = 0; i < s.size();) {
    if (i + sizeof(std::uint64_t) <= s.size()) {  // most of most texts is ASCII
      std::uint64_t eight;
      std::memcpy(&eight, s.data() + i, sizeof eight);
      eight &= 0x8080808080808080U;
      i += static_cast<std::size_t>(std::countr_zero(eight)) / 8;  // 8 when there is no other
      if (eight == 0) continue;
    }
    const std::size_t start = i;
    if (!DecodeStep(s, &i, &c)) return start;
  }
  return kValidUtf8;
}

std::string ReplaceInvalidUtf8(std::string_view s, std::size_t* replaced) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t start = i;
    char32_t c;
    if (DecodeStep(s, &i, &c)) {
      out.append(s.substr(start, i - start));
    } else {
      out.append("\xEF\xBF\xBD");
      ++count;
    }
  }
  if (replaced != nullptr) *replaced = count;
  return out;
}

char32_t DecodeUtf8(std::string_view s, std::size_t* i) {
  char32_t c;
  return DecodeStep(s, i, &c) ? c : U'\uFFFD';
}

void AppendUtf8(std::string* out, char32_t c) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | (c >> 6)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | (c >> 12)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | (c >> 18)));
    out->push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

void ToCodePoints(std::string_view s, std::u32string* out) {
  out->clear();
  for (std::size_t i = 0; i < s.size();) out->push_back(DecodeUtf8(s, &i));
}

}  // namespace signpost
