// SPDX-License-Identifier: Apache-2.0
// test_lexicon.h — a lexicon that owns its terms and bytes, and words to make one of.
#ifndef SIGNPOST_TESTS_LEXICON_TEST_LEXICON_H_
#define SIGNPOST_TESTS_LEXICON_TEST_LEXICON_H_

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "lexicon/lexicon_builder.h"

namespace signpost::lexicon {

// The first `n` code points of `term`: a stem for tests.
inline std::string_view FirstLetters(std::string_view term, std::size_t n) {
  std::size_t i = 0;
  for (; n > 0 && i < term.size(); --n) DecodeUtf8(term, &i);
  return term.substr(0, i);
}

inline std::string BuildFromSorted(const std::vector<std::string>& terms) {
  std::vector<TermAndStem> in;
  for (const std::string& t : terms) in.push_back({t, FirstLetters(t, 4)});
  return BuildLexicon(in, {.endings = true});
}

// Terms in any order, also repeated; the stem of each is its first four letters.
struct TestLexicon {
  explicit TestLexicon(std::vector<std::string> words) : terms(std::move(words)) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    bytes = BuildFromSorted(terms);
    auto opened = Lexicon::Open(bytes);
    if (!opened.ok()) throw std::runtime_error(std::string(opened.status().message()));
    lexicon.emplace(*std::move(opened));
  }
  TestLexicon(const TestLexicon&) = delete;
  TestLexicon& operator=(const TestLexicon&) = delete;
  const Lexicon* operator->() const { return &*lexicon; }

  std::vector<std::string> terms;
  std::string bytes;
  std::optional<Lexicon> lexicon;
};

inline std::string ToUtf8(std::u32string_view letters) {
  std::string out;
  for (char32_t c : letters) AppendUtf8(&out, c);
  return out;
}

// Every word of at most `max_letters` letters of `alphabet`, the empty one first.
inline std::vector<std::string> AllWords(std::u32string_view alphabet, std::size_t max_letters) {
  std::vector<std::u32string> words = {U""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() == max_letters) break;
    for (char32_t c : alphabet) words.push_back(words[i] + c);
  }
  std::vector<std::string> out;
  for (const auto& w : words) out.push_back(ToUtf8(w));
  return out;
}

using Random = std::mt19937_64;

// A number in [0, n), the same on every platform.
inline std::size_t Below(Random* random, std::size_t n) { return static_cast<std::size_t>((*random)() % n); }

inline std::u32string RandomWord(Random* random, std::u32string_view alphabet, std::size_t min, std::size_t max) {
  std::u32string word(min + Below(random, max - min + 1), U' ');
  for (char32_t& c : word) c = alphabet[Below(random, alphabet.size())];
  return word;
}

// Applies `edits` random insertions, deletions, substitutions or swaps of neighbours.
inline std::string Misspell(Random* random, std::string_view word, int edits, std::u32string_view alphabet) {
  std::u32string w;
  ToCodePoints(word, &w);
  for (; edits > 0; --edits) {
    const std::size_t at = Below(random, w.size() + 1);
    const char32_t letter = alphabet[Below(random, alphabet.size())];
    const std::size_t kind = Below(random, 4);
    if (kind == 0 || w.empty()) {
      w.insert(w.begin() + static_cast<std::ptrdiff_t>(at), letter);
    } else if (kind == 1) {
      w.erase(std::min(at, w.size() - 1), 1);
    } else if (kind == 2) {
      w[std::min(at, w.size() - 1)] = letter;
    } else if (at + 1 < w.size()) {
      std::swap(w[at], w[at + 1]);
    }
  }
  return ToUtf8(w);
}

}  // namespace signpost::lexicon

#endif  // SIGNPOST_TESTS_LEXICON_TEST_LEXICON_H_
