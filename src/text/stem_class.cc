// SPDX-License-Identifier: Apache-2.0
#include "text/stem_class.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/char_class.h"
#include "text/stemmer.h"
#include "text/term_fold.h"
#include "text/vowel_harmony.h"

namespace signpost::text {
namespace {

constexpr LanguagePack kNoLanguage = {};

bool IsAsciiOnly(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void RewriteAnywhere(const ClassRewrite& row, std::string* word) {
  for (std::size_t i = word->find(row.from); i != std::string::npos; i = word->find(row.from, i)) {
    const bool spared = i < row.min_before || (i > 0 && row.not_after.find((*word)[i - 1]) != std::string_view::npos);
    if (spared) {
      ++i;
    } else {
      word->replace(i, row.from.size(), row.to);
      i += row.to.size();
    }
  }
}

void RewriteRest(const ClassRewrite& row, std::string* word) {
  const std::size_t i = word->find(row.from, row.min_before);
  if (i != std::string::npos) word->replace(i, std::string::npos, row.to);
}

// Applies the row and returns true when the word has its ending.
bool RewriteEnding(const ClassRewrite& row, std::string* word) {
  if (word->size() < row.from.size() + row.min_before || !word->ends_with(row.from)) return false;
  word->replace(word->size() - row.from.size(), row.from.size(), row.to);
  return true;
}

void RewriteStemEnding(const LanguagePack& pack, std::string* stem) {
  for (const ClassRewrite& row : pack.class_rewrites) {
    if (row.at == RewriteAt::kStemEnding && RewriteEnding(row, stem)) return;
  }
}

// The rows that come before the stemmer. Words stand first in a table, in byte order.
void Rewrite(const LanguagePack& pack, std::string* word) {
  const auto rows = pack.class_rewrites;
  const auto places =
      std::partition_point(rows.begin(), rows.end(), [](auto& row) { return row.at == RewriteAt::kWord; });
  const auto same = std::lower_bound(rows.begin(), places, *word, [](auto& row, auto& w) { return row.from < w; });
  if (same != places && same->from == *word) {
    *word = same->to;
    return;
  }
  bool ended = false;
  for (auto row = places; row != rows.end(); ++row) {
    if (row->at == RewriteAt::kAnywhere) RewriteAnywhere(*row, word);
    if (row->at == RewriteAt::kRest) RewriteRest(*row, word);
    if (row->at == RewriteAt::kEnding && !ended) ended = RewriteEnding(*row, word);
  }
}

bool HasClasses(const LanguagePack& pack) { return !pack.stemmer.empty() || !pack.class_rewrites.empty(); }

// True for letters of scripts that are stemmed, and apostrophes.
bool IsStemmable(std::string_view term) {
  const CharTable& chars = CharTable::Get();
  for (std::size_t i = 0; i < term.size();) {
    const char32_t c = NextCodePoint(term, &i);
    const CharClass cls = chars.Of(c);
    if ((cls & kCjk) != 0 || ((cls & (kLetter | kJoinsLeft)) == 0 && c != U'\'')) return false;
  }
  return true;
}

}  // namespace

std::string StemClass(const LanguagePack& pack, std::string_view term) {
  if (!HasClasses(pack) || term.size() > limits::kMaxTermBytes || !IsStemmable(term)) return std::string(term);
  const bool lacks_letters = !pack.harmony.back.empty() && IsAsciiOnly(term);
  std::string word = lacks_letters ? RestoreVowels(pack.harmony, term) : std::string(term);
  Rewrite(pack, &word);
  for (int pass = 0; !pack.stemmer.empty() && pass < pack.stemmer_passes; ++pass) {
    word = SnowballStem(pack.stemmer, word);
  }
  RewriteStemEnding(pack, &word);
  if (!pack.kept_letters.empty() && !IsAsciiOnly(word)) {
    std::string folded;
    AppendTerm(kNoLanguage, word, &folded);
    word = std::move(folded);
  }
  return word.empty() ? std::string(term) : word;
}

}  // namespace signpost::text
