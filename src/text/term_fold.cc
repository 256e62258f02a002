// SPDX-License-Identifier: Apache-2.0
#include "text/term_fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/char_class.h"
#include "text/han_fold.h"

namespace signpost::text {
namespace {

// A slice is read no further than this: its term is cut long before, unless it is made of what folding drops.
constexpr std::size_t kMaxSliceBytes = 32 * limits::kMaxTermBytes;

// ICU's normalisers are singletons that it never deletes.
struct Normalizers {
  static const Normalizers& Get() {
    static const Normalizers normalizers;
    return normalizers;
  }
  Normalizers() {
    UErrorCode status = U_ZERO_ERROR;
    nfkc_casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    nfc = icu::Normalizer2::getNFCInstance(status);
  }

  const icu::Normalizer2* nfkc_casefold = nullptr;  // null together when ICU's data is missing
  const icu::Normalizer2* nfc = nullptr;
};

// Letters that Unicode does not decompose, letters that one keyboard has for those of another, typographic apostrophes,
// and characters that mean nothing in a term. All are in lower case here.
struct Special {
  char32_t from;
  std::string_view to;
};
constexpr Special kSpecials[] = {
    {U'æ', "ae"},     {U'œ', "oe"},     {U'ø', "o"},     {U'đ', "d"}, {U'ð', "d"},
    {U'þ', "th"},     {U'ħ', "h"},      {U'ł', "l"},     {U'ı', "i"}, {U'\u2018', "'"},
    {U'\u2019', "'"}, {U'\u02BC', "'"}, {U'\u00B7', ""},  // col·laborar
    {U'\u2027', ""},                                      // shows syllables
    {U'\u0640', ""},                                      // tatweel stretches a word
    {U'\u0671', "ا"},                                     // alef wasla
    {U'\u06CC', "ي"}, {U'\u06A9', "ك"},                   // Persian yeh and kaf
    {U'"', ""},       {U'\u05F3', ""},  {U'\u05F4', ""},  // Hebrew acronyms are typed with and without
};

// Appends what a special character gives and returns true, or returns false when `c` is none.
bool AppendSpecial(char32_t c, std::string* out) {
  for (const Special& special : kSpecials) {
    if (special.from != c) continue;
    out->append(special.to);
    return true;
  }
  return false;
}

bool IsAccent(UChar32 c) {
  if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0) return false;
  if (c == 0x3099 || c == 0x309A) return false;  // か and が are different letters
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

bool IsKept(const LanguagePack& pack, char32_t c) {
  for (std::size_t i = 0; i < pack.kept_letters.size();) {
    if (NextCodePoint(pack.kept_letters, &i) == c) return true;
  }
  return false;
}

// Small kana are typed and printed in full size too: ヶ月 and ケ月, キャ and ｷﾔ. Returns the letter in full size.
constexpr char32_t kFirstKana = 0x3041;
constexpr char32_t kLastKana = 0x31FF;
char32_t FullSizeKana(char32_t c) {
  if (c < kFirstKana || c > kLastKana) return c;
  constexpr std::u32string_view kSmall = U"ぁぃぅぇぉっゃゅょゎゕゖ";
  constexpr std::u32string_view kFull = U"あいうえおつやゆよわかけ";
  constexpr std::u32string_view kSmallPhonetic = U"ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
  constexpr std::u32string_view kFullPhonetic = U"クシストヌハヒフヘホムラリルレロ";
  constexpr char32_t kToKatakana = U'ア' - U'あ';
  if (c >= 0x31F0) return kFullPhonetic[kSmallPhonetic.find(c)];
  const char32_t shift = c >= 0x30A1 ? kToKatakana : 0;
  const std::size_t place = kSmall.find(c - shift);
  return place == std::u32string_view::npos ? c : kFull[place] + shift;
}

// Text without Han never makes the table: nothing below the radicals has a simplified form, and no Hangul.
char32_t Simplified(const LanguagePack& pack, char32_t c) {
  const bool may_be_han = c >= 0x2E80 && !(c >= 0xAC00 && c <= 0xD7A3);
  return pack.simplifies_han && may_be_han ? HanFold::Get()(c) : c;
}

// Kana have no simplified form, and nothing else has a small one.
char32_t FoldedEastAsian(const LanguagePack& pack, char32_t c) {
  return c <= kLastKana ? FullSizeKana(c) : Simplified(pack, c);
}

// Appends what one code point of NFKC_Casefold text comes to.
void AppendFolded(const LanguagePack& pack, const icu::Normalizer2& nfc, char32_t code_point, std::string* out) {
  const auto c = static_cast<UChar32>(code_point);
  if (c < 0x80) {
    if (c > ' ' && c != '"') out->push_back(static_cast<char>(c));
    return;
  }
  if (IsKept(pack, code_point)) return AppendUtf8(out, code_point);
  if (AppendSpecial(code_point, out) || u_isUWhiteSpace(c) || IsAccent(c)) return;
  if (u_charType(c) == U_FORMAT_CHAR) return;  // the few that normalising leaves
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return out->push_back(static_cast<char>('0' + u_charDigitValue(c)));
  icu::UnicodeString parts;
  if (!nfc.getDecomposition(c, parts)) {
    return AppendUtf8(out, FoldedEastAsian(pack, code_point));
  }
  for (int k = 0; k < parts.length(); k = parts.moveIndex32(k, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(k));
    if (!IsAccent(parts.char32At(k)) && !AppendSpecial(part, out)) AppendUtf8(out, part);
  }
}

// The whole procedure.
void AppendFully(const LanguagePack& pack, std::string_view slice, std::string* out) {
  const Normalizers& to = Normalizers::Get();
  if (to.nfkc_casefold == nullptr || to.nfc == nullptr) {
    out->append(slice);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string casefolded;
  icu::StringByteSink<std::string> casefolded_sink(&casefolded);
  to.nfkc_casefold->normalizeUTF8(0, icu::StringPiece(slice.data(), static_cast<int32_t>(slice.size())),
                                  casefolded_sink, nullptr, status);
  std::string folded;
  for (std::size_t i = 0; i < casefolded.size();) AppendFolded(pack, *to.nfc, NextCodePoint(casefolded, &i), &folded);
  icu::StringByteSink<std::string> sink(out);
  to.nfc->normalizeUTF8(0, icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size())), sink, nullptr, status);
}

// True when normalising turns `letter` into letters that a language may keep: ᴭ into æ.
bool MayHideALanguagesLetter(const std::string& letter) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(letter);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc_casefold = Normalizers::Get().nfkc_casefold;
  if (nfkc_casefold == nullptr) return true;
  const icu::UnicodeString normalized = nfkc_casefold->normalize(text, status);
  if (normalized == icu::UnicodeString(text).foldCase()) return false;
  for (int k = 0; k < normalized.length(); ++k) {
    if (normalized[k] >= 0x80) return true;
  }
  return false;
}

// --- the fast path: code points whose folding depends on nothing around them ---

struct SimpleFold {
  std::uint8_t size = kNone;  // bytes of the term
  char bytes[3] = {};
  static constexpr std::uint8_t kNone = 0xFF;
};

class SimpleFolds {
 public:
  static const SimpleFolds& Get() {
    static const SimpleFolds folds;
    return folds;
  }
  // Null when `c` is not simple.
  const SimpleFold* Of(char32_t c) const {
    return c < kEnd && table_[c].size != SimpleFold::kNone ? &table_[c] : nullptr;
  }

 private:
  static constexpr char32_t kEnd = 0x2100;  // Latin, Greek, Cyrillic, Hebrew, Arabic, typographic apostrophes

  SimpleFolds() {
    LanguagePack no_language;
    no_language.simplifies_han = false;  // none of them is Han, and that table takes its time
    std::string term;
    for (char32_t c = 0; c < kEnd; ++c) {
      const auto point = static_cast<UChar32>(c);
      // What composes with what stands before it, or is reordered, is not simple.
      if (u_getCombiningClass(point) != 0) continue;
      if (u_getIntPropertyValue(point, UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE) continue;
      std::string letter;
      AppendUtf8(&letter, c);
      term.clear();
      AppendFully(no_language, letter, &term);
      if (term.size() > sizeof table_[c].bytes) continue;
      if (MayHideALanguagesLetter(letter)) continue;
      table_[c].size = static_cast<std::uint8_t>(term.size());
      std::memcpy(table_[c].bytes, term.data(), term.size());
    }
  }

  std::array<SimpleFold, kEnd> table_;
};

// Han, kana and Hangul that NFKC, case folding and accents leave alone; Han may still fold to simplified.
bool IsPlainEastAsian(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FE) || (c >= 0xAC00 && c <= 0xD7A3);
}

// REQUIRES: IsPlainEastAsian(c), and `bytes` is its UTF-8.
void AppendEastAsian(const LanguagePack& pack, char32_t c, std::string_view bytes, std::string* out) {
  const char32_t folded = FoldedEastAsian(pack, c);
  if (folded == c) {
    out->append(bytes);
  } else {
    AppendUtf8(out, folded);
  }
}

// Appends the term and returns true, or returns false when the slice needs the whole procedure.
bool AppendSimply(const LanguagePack& pack, std::string_view slice, std::string* out) {
  const SimpleFolds& folds = SimpleFolds::Get();
  for (std::size_t i = 0; i < slice.size();) {
    const std::size_t start = i;
    const char32_t c = NextCodePoint(slice, &i);
    if (const SimpleFold* fold = folds.Of(c)) {
      if (c >= 0x80 && !pack.kept_letters.empty()) {
        const auto lower = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
        if (IsKept(pack, lower)) {
          AppendUtf8(out, lower);
          continue;
        }
      }
      out->append(fold->bytes, fold->size);
    } else if (IsPlainEastAsian(c)) {
      AppendEastAsian(pack, c, slice.substr(start, i - start), out);
    } else {
      return false;
    }
  }
  return true;
}

// Appends `slice` in lower case and returns true, or returns false when it is not all ASCII.
bool AppendAscii(std::string_view slice, std::string* out) {
  const std::size_t begin = out->size();
  out->append(slice);
  char* to = out->data() + begin;
  unsigned char seen = 0;
  for (std::size_t i = 0; i < slice.size(); ++i) {
    seen |= static_cast<unsigned char>(to[i]);
    to[i] = static_cast<char>(to[i] | ((to[i] >= 'A' && to[i] <= 'Z') ? 0x20 : 0));
  }
  return seen < 0x80;
}

// Returns `slice` with ı for each I that no mark follows, where I is the capital of ı. Codes are of no language: what has
// a digit in it stays.
std::string WithDotlessI(std::string_view slice) {
  std::string out;
  const bool is_code = std::any_of(slice.begin(), slice.end(), [](char c) { return c >= '0' && c <= '9'; });
  for (std::size_t i = 0; i < slice.size(); ++i) {
    std::size_t next = i + 1;
    const bool marked = next < slice.size() && (CharTable::Get().Of(NextCodePoint(slice, &next)) & kJoinsLeft) != 0;
    if (slice[i] == 'I' && !marked && !is_code) {
      out += "ı";
    } else {
      out += slice[i];
    }
  }
  return out;
}

// AppendTerm for a capital I in a language that has two. Apart, so that the usual path stays small.
[[gnu::noinline]] void AppendWithDotlessI(const LanguagePack& pack, std::string_view slice, std::string* out) {
  LanguagePack no_capitals = pack;
  no_capitals.dotless_i = false;
  AppendTerm(no_capitals, WithDotlessI(slice), out);
}

}  // namespace

void AppendTerm(const LanguagePack& pack, std::string_view slice, std::string* out, TextPath path) {
  if (slice.size() > kMaxSliceBytes) {
    std::size_t end = kMaxSliceBytes;
    while (IsUtf8Continuation(slice[end])) --end;
    slice = slice.substr(0, end);
  }
  if (pack.dotless_i && slice.find('I') != std::string_view::npos) {
    return AppendWithDotlessI(pack, slice, out);
  }
  const std::size_t begin = out->size();
  const bool starts_ascii = !slice.empty() && static_cast<unsigned char>(slice[0]) < 0x80;
  const bool fast = path == TextPath::kFast;
  if (!fast || !starts_ascii || !AppendAscii(slice, out)) {
    out->resize(begin);
    if (!fast || !AppendSimply(pack, slice, out)) {
      out->resize(begin);
      AppendFully(pack, slice, out);
    }
  }
  // An apostrophe is at an end only when the letter beyond it was ignorable.
  while (out->size() > begin && out->back() == '\'') out->pop_back();
  while (out->size() > begin && (*out)[begin] == '\'') out->erase(begin, 1);
  if (out->size() - begin > limits::kMaxTermBytes) out->resize(begin + CutSize(std::string_view(*out).substr(begin)));
}

std::size_t CutSize(std::string_view term) {
  if (term.size() <= limits::kMaxTermBytes) return term.size();
  std::size_t end = limits::kMaxTermBytes;
  while (end > 0 && IsUtf8Continuation(term[end])) --end;
  return end;
}

}  // namespace signpost::text
