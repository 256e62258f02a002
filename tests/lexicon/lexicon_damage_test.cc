// SPDX-License-Identifier: Apache-2.0
// 1. A lexicon cut at any length is refused, and so is one with bytes behind it.
// 2. Whatever bits are flipped, Open refuses or every look-up stays within the bytes and within its contract: ids in
//    range, matches ascending. (Reads out of bounds are for the address sanitizer to see.)
// 3. Each kind of disagreement is refused with DataLoss.
#include <catch2/catch.hpp>

#include <bit>
#include <cstddef>
#include <cstring>
#include <string>

#include "lexicon/lexicon_format.h"
#include "lexicon/test_lexicon.h"
#include "support/seed.h"

namespace signpost::lexicon {
namespace {

std::vector<std::string> SomeWords(Random* random, std::size_t count) {
  std::vector<std::string> words = {"refund", "refunds", "退款", "возврат"};
  while (words.size() < count) words.push_back(ToUtf8(RandomWord(random, U"abcdeб退", 1, 9)));
  return words;
}

// Where the parts of a lexicon's bytes begin.
struct Layout {
  explicit Layout(std::string_view bytes) {
    std::memcpy(&header, bytes.data(), sizeof header);
    nodes = sizeof header;
    alphabet = nodes + (header.node_count + 1) * sizeof(TrieNode);
    term_ends = alphabet + header.alphabet_size * 4;
    class_of = term_ends + (header.term_count + header.class_count) * 4;
    class_begins = class_of + header.term_count * 4;
    class_terms = class_begins + (header.class_count + 1) * 4;
    middles = class_terms + header.term_count * 4;
    for (std::uint32_t count : header.middle_counts) middle_count += count;
    endings = middles + middle_count * 4;
    terms = endings + header.ending_count * 4;
    stems = terms + header.term_bytes;
  }
  LexiconHeader header;
  std::size_t nodes, alphabet, term_ends, class_of, class_begins, class_terms, middles, endings, terms, stems;
  std::size_t middle_count = 0;
};

void PutU32(std::string* bytes, std::size_t offset, std::uint32_t value) {
  std::memcpy(bytes->data() + offset, &value, sizeof value);
}

// Bytes in a heap block of their own, so that a read past their end is seen.
void TryAll(std::string_view damaged) {
  const std::vector<char> block(damaged.begin(), damaged.end());
  const auto lexicon = Lexicon::Open({block.data(), block.size()});
  if (!lexicon.ok()) {
    REQUIRE(lexicon.status().code() == absl::StatusCode::kDataLoss);
    return;
  }
  std::size_t read = 0;
  for (std::uint32_t i = 0; i < lexicon->term_count(); ++i) {
    read += lexicon->Term(TermId{i}).size();
    REQUIRE(Raw(lexicon->ClassOf(TermId{i})) < lexicon->class_count());
    const auto found = lexicon->Find(lexicon->Term(TermId{i}));
    if (found.has_value()) REQUIRE(*found == TermId{i});
  }
  for (std::uint32_t i = 0; i < lexicon->class_count(); ++i) {
    read += lexicon->Stem(ClassId{i}).size();
    for (TermId t : lexicon->TermsOf(ClassId{i})) REQUIRE(Raw(t) < lexicon->term_count());
  }
  REQUIRE(read < damaged.size());
  for (const char* word : {"", "refnud", "refundable", "abcdabcd", "退", "бабб", "eeeeeeeee"}) {
    const TermRange range = lexicon->Prefix(word);
    REQUIRE(range.end <= lexicon->term_count());
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      REQUIRE(lexicon->Term(TermId{i}).substr(0, std::strlen(word)) == word);
    }
    const EndingRange endings = lexicon->EndingWith(word);
    for (std::uint32_t i = endings.begin; i < endings.end; ++i) {
      REQUIRE(Raw(lexicon->EndingTerm(i)) < lexicon->term_count());
    }
    for (int edits = 0; edits <= 2; ++edits) {
      for (bool prefix : {false, true}) {
        const auto matches = lexicon->Fuzzy(word, {.max_edits = edits, .prefix = prefix});
        std::uint32_t next = 0;
        for (const FuzzyMatch& m : matches) {
          REQUIRE(Raw(m.term) >= next);
          REQUIRE(m.edits <= edits);
          next = Raw(m.term) + 1;
        }
        REQUIRE(next <= lexicon->term_count());
      }
    }
  }
}

TEST_CASE("Lexicon: cut or extended bytes are refused", "[lexicon]") {  // 1
  Random random(1);
  const TestLexicon lexicon(SomeWords(&random, 60));
  for (std::size_t n = 0; n < lexicon.bytes.size(); ++n) {
    const std::vector<char> block(lexicon.bytes.begin(), lexicon.bytes.begin() + static_cast<std::ptrdiff_t>(n));
    CAPTURE(n);
    REQUIRE(Lexicon::Open({block.data(), block.size()}).status().code() == absl::StatusCode::kDataLoss);
  }
  CHECK(!Lexicon::Open(lexicon.bytes + "x").ok());
}

TEST_CASE("Lexicon: flipped bits never lead out of bounds", "[lexicon]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Random random(seed);
  SECTION("every single bit of a small one") {
    const TestLexicon lexicon(SomeWords(&random, 12));
    for (std::size_t bit = 0; bit < lexicon.bytes.size() * 8; ++bit) {
      CAPTURE(bit);
      std::string damaged = lexicon.bytes;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
      TryAll(damaged);
    }
  }
  SECTION("some bytes of a larger one") {
    const TestLexicon lexicon(SomeWords(&random, 80));
    for (int round = 0; round < 3000; ++round) {
      CAPTURE(round);
      std::string damaged = lexicon.bytes;
      for (std::size_t n = 1 + Below(&random, 3); n > 0; --n) {
        const std::size_t at = Below(&random, damaged.size());
        damaged[at] = Below(&random, 2) == 0 ? static_cast<char>(random()) : static_cast<char>(Below(&random, 8));
      }
      TryAll(damaged);
    }
  }
  SECTION("what Open cannot tell: letters and terms of the trie, order of the middle lists") {
    const TestLexicon lexicon(SomeWords(&random, 80));
    const Layout layout(lexicon.bytes);
    for (int round = 0; round < 1000; ++round) {
      CAPTURE(round);
      std::string damaged = lexicon.bytes;
      for (int n = 0; n < 20; ++n) {
        const std::size_t node = layout.nodes + Below(&random, layout.header.node_count) * sizeof(TrieNode);
        const auto term = static_cast<std::uint32_t>(Below(&random, lexicon.terms.size()));
        PutU32(&damaged, node + offsetof(TrieNode, first_term), term);
        PutU32(&damaged, layout.middles + Below(&random, layout.middle_count) * 4, term);
        // As many letters as before, other ones.
        std::uint64_t symbols;
        std::memcpy(&symbols, damaged.data() + node, sizeof symbols);
        symbols = std::rotl(symbols, static_cast<int>(Below(&random, 64)));
        std::memcpy(damaged.data() + node, &symbols, sizeof symbols);
      }
      TryAll(damaged);
    }
  }
}

TEST_CASE("Lexicon: disagreements are refused", "[lexicon]") {  // 3
  const TestLexicon lexicon({"refund", "refunds", "return", "returns", "退款", "退款单"});
  const Layout layout(lexicon.bytes);
  struct Case {
    const char* name;
    std::size_t offset;
    std::uint32_t value;
  };
  const Case c = GENERATE_COPY(values<Case>({
      {"more terms", offsetof(LexiconHeader, term_count), 7},
      {"far more terms", offsetof(LexiconHeader, term_count), 0xFFFFFFFF},
      {"far more nodes", offsetof(LexiconHeader, node_count), 0xFFFFFFFF},
      {"no nodes", offsetof(LexiconHeader, node_count), 0},
      {"longer text", offsetof(LexiconHeader, term_bytes), 0xFFFFFFFF},
      {"more letters", offsetof(LexiconHeader, alphabet_size), 64},
      {"the root is its own child", layout.nodes + offsetof(TrieNode, first_child), 0},
      {"a letter without a child", layout.nodes, 0xFFFFFFFF},
      {"children beyond the end", layout.nodes + 16 + offsetof(TrieNode, first_child), 0xFFFFFFF0},
      {"a node of no term", layout.nodes + 16 + offsetof(TrieNode, first_term), 6},
      {"the alphabet descends", layout.alphabet, 0x10FFFF},
      {"a term ends before it begins", layout.term_ends + 4, 3},
      {"a term ends beyond the text", layout.term_ends + 20, 0x7FFFFFFF},
      {"a term ends within a letter", layout.term_ends + 16, 31},
      {"terms do not ascend", layout.terms, 0x7A7A7A7A},
      {"text that is not UTF-8", layout.terms + 27, 0xFFFFFFFF},
      {"stems do not ascend", layout.stems, 0x7A7A7A7A},
      {"a class out of range", layout.class_of, 9},
      {"another class", layout.class_of, 1},
      {"a class begins elsewhere", layout.class_begins + 4, 1},
      {"a class begins far away", layout.class_begins + 4, 0xFFFFFFFF},
      {"a term twice in a class", layout.class_terms + 4, 0},
      {"a term out of range in a class", layout.class_terms, 6},
      {"a term out of range in a middle list", layout.middles, 6},
      {"fewer endings than terms", offsetof(LexiconHeader, ending_count), 5},
      {"far more endings", offsetof(LexiconHeader, ending_count), 0xFFFFFFFF},
      {"a term out of range among the endings", layout.endings, 6},
      {"a head that does not end with zeros", offsetof(LexiconHeader, unused) + 8, 1},
  }));
  CAPTURE(c.name);
  std::string damaged = lexicon.bytes;
  PutU32(&damaged, c.offset, c.value);
  CHECK(Lexicon::Open(damaged).status().code() == absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace signpost::lexicon
