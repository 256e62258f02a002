// SPDX-License-Identifier: Apache-2.0
#include "cli/query_damage.h"

#include <algorithm>
#include <cstddef>
#include <random>
#include <utility>
#include <vector>

namespace signpost::cli {
namespace {

constexpr std::size_t kLettersForOneEdit = 5;
constexpr std::size_t kLettersForTwoEdits = 8;
constexpr std::size_t kLettersForPrefix = 4;

using Random = std::mt19937_64;

std::size_t Below(Random* random, std::size_t bound) { return static_cast<std::size_t>((*random)() % bound); }

// The seed of one query: queries of a file get different damage, and each the same whatever stands around it.
Random MakeRandom(std::string_view query, std::uint64_t seed) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;  // FNV-1a
  for (char c : query) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return Random(hash ^ seed);
}

// A letter and its place. Queries are valid UTF-8; a stray byte is a letter of its own that no word holds.
struct Letter {
  char32_t code = 0;
  std::size_t begin = 0;
};

std::size_t SequenceLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC0 ? 2 : 1;
}

std::vector<Letter> Decode(std::string_view text) {
  std::vector<Letter> out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = std::min(SequenceLength(text[i]), text.size() - i);
    char32_t code = static_cast<unsigned char>(text[i]);
    if (length > 1) code &= 0x7FU >> length;
    for (std::size_t j = 1; j < length; ++j) code = code << 6 | (static_cast<unsigned char>(text[i + j]) & 0x3FU);
    out.push_back({code, i});
    i += length;
  }
  return out;
}

bool IsWhiteSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsDigit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

// Letters of the Latin script with or without marks, in one code point.
bool IsLatin(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

// One letter of the query each, as UTF-8.
using Word = std::vector<std::string>;

struct Span {
  std::size_t begin = 0;  // bytes of the query
  std::size_t end = 0;
  Word letters;
};

// Adds the words of the letters [begin, end), which hold no white space.
void AddWords(std::string_view query, const std::vector<Letter>& letters, std::size_t begin, std::size_t end,
              std::vector<Span>* out) {
  auto byte_at = [&](std::size_t i) { return i < letters.size() ? letters[i].begin : query.size(); };
  bool in_word = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (IsDigit(letters[i].code)) return;
  }
  for (std::size_t i = begin; i < end; ++i) {
    const bool latin = IsLatin(letters[i].code);
    if (latin && !in_word) out->push_back({byte_at(i), byte_at(i), {}});
    if (latin) {
      out->back().end = byte_at(i + 1);
      out->back().letters.emplace_back(query.substr(byte_at(i), byte_at(i + 1) - byte_at(i)));
    }
    in_word = latin;
  }
}

std::vector<Span> WordsOf(std::string_view query) {
  const std::vector<Letter> letters = Decode(query);
  std::vector<Span> out;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t end = i;
    while (end < letters.size() && !IsWhiteSpace(letters[end].code)) ++end;
    AddWords(query, letters, i, end, &out);
    i = end + 1;
  }
  return out;
}

std::string Joined(const Word& word) {
  std::string out;
  for (const std::string& letter : word) out += letter;
  return out;
}

std::string Replaced(std::string_view query, const Span& word, const Word& letters) {
  return std::string(query.substr(0, word.begin)) + Joined(letters) + std::string(query.substr(word.end));
}

// Restricted Damerau-Levenshtein: no letter is edited twice.
std::size_t Distance(const Word& a, const Word& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

void EditOnce(Word* word, Random* random) {
  const std::string letter(1, static_cast<char>('a' + Below(random, 26)));
  const std::size_t kind = Below(random, 4);
  if (kind == 0) {
    word->insert(word->begin() + static_cast<std::ptrdiff_t>(Below(random, word->size() + 1)), letter);
    return;
  }
  const std::size_t place = Below(random, kind == 3 ? word->size() - 1 : word->size());
  if (kind == 1) word->erase(word->begin() + static_cast<std::ptrdiff_t>(place));
  if (kind == 2) (*word)[place] = letter;
  if (kind == 3) std::swap((*word)[place], (*word)[place + 1]);
}

// Edits until the word is exactly so far away: an edit may do nothing, or undo another.
Word Edited(const Word& word, std::size_t edits, Random* random) {
  while (true) {
    Word out = word;
    for (std::size_t i = 0; i < edits; ++i) EditOnce(&out, random);
    if (Distance(word, out) == edits) return out;
  }
}

std::optional<std::string> EditAWord(std::string_view query, std::size_t edits, std::size_t letters, Random* random) {
  std::vector<Span> words = WordsOf(query);
  std::erase_if(words, [&](const Span& word) { return word.letters.size() < letters; });
  if (words.empty()) return std::nullopt;
  const Span& word = words[Below(random, words.size())];
  return Replaced(query, word, Edited(word.letters, edits, random));
}

bool IsPunctuationOrSpace(char32_t c) {
  if (c < 0xC0) return !IsLatin(c) && !IsDigit(c);
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F);
}

// What stands behind the last word has not been typed yet. It may be punctuation, but no word of another kind.
std::optional<std::string> CutLastWord(std::string_view query) {
  const std::vector<Span> words = WordsOf(query);
  if (words.empty() || words.back().letters.size() < kLettersForPrefix) return std::nullopt;
  for (const Letter& letter : Decode(query.substr(words.back().end))) {
    if (!IsPunctuationOrSpace(letter.code)) return std::nullopt;
  }
  Word letters = words.back().letters;
  letters.resize((letters.size() + 1) / 2);
  return std::string(query.substr(0, words.back().begin)) + Joined(letters);
}

}  // namespace

std::optional<std::string> DamageQuery(std::string_view query, Damage damage, std::uint64_t seed) {
  Random random = MakeRandom(query, seed);
  if (damage == Damage::kOne) return EditAWord(query, 1, kLettersForOneEdit, &random);
  if (damage == Damage::kTwo) return EditAWord(query, 2, kLettersForTwoEdits, &random);
  std::optional<std::string> cut = CutLastWord(query);
  if (!cut || damage == Damage::kPrefix) return cut;
  return EditAWord(*cut, 1, kLettersForOneEdit, &random);
}

}  // namespace signpost::cli
