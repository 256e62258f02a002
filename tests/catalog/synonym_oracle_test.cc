// SPDX-License-Identifier: Apache-2.0
// 1. For random synonyms of all types, documents and queries, a search for all words finds exactly the documents that hold
//    one of the rewritten queries: each word as it is, in any form, or in its place what a synonym of a run around it offers,
//    side by side and in any form. Whatever the segments.
// 2. The same when a word of the query is mistyped and nothing but a synonym has the right one.
#include <signpost/dialect.h>
#include <signpost/signpost.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.h"
#include "support/ask.h"
#include "support/seed.h"

namespace {

using signpost::Document;
using signpost::StrCat;
using signpost::Synonym;
using signpost::SynonymType;
using Strings = std::vector<std::string>;
using Query = std::vector<Strings>;  // phrases, all of which a document must hold

Strings Split(const std::string& text) {
  Strings out(1);
  for (const char c : text) {
    if (c == ' ') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

std::string JoinWords(const Strings& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The vocabulary has one other form of each word: with an s.
std::string StemOf(const std::string& word) { return word.ends_with('s') ? word.substr(0, word.size() - 1) : word; }

bool SameWords(const Strings& a, const Strings& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const std::string& x, const std::string& y) { return StemOf(x) == StemOf(y); });
}

bool Holds(const Strings& text, const Strings& phrase) {
  for (std::size_t i = 0; i + phrase.size() <= text.size(); ++i) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(i);
    if (SameWords({begin, begin + static_cast<std::ptrdiff_t>(phrase.size())}, phrase)) return true;
  }
  return false;
}

// What a synonym offers for a run of words.
std::vector<Strings> Offers(const Synonym& synonym, const Strings& run) {
  std::vector<Strings> sides;
  for (const std::string& side : synonym.synonyms) sides.push_back(Split(side));
  const bool is_side = std::any_of(sides.begin(), sides.end(), [&](const Strings& s) { return SameWords(s, run); });
  switch (synonym.type) {
    case SynonymType::kMultiWay:
      return is_side ? sides : std::vector<Strings>{};
    case SynonymType::kPlaceholder:
      return is_side ? std::vector<Strings>{{synonym.input}} : std::vector<Strings>{};
    default:
      return SameWords(Split(synonym.input), run) ? sides : std::vector<Strings>{};
  }
}

// All queries that a query may be rewritten to.
std::vector<Query> Rewritten(const Strings& typed, const std::vector<Synonym>& synonyms) {
  std::vector<std::set<Strings>> choices;  // for each word
  for (const std::string& word : typed) choices.push_back({{word}});
  for (std::size_t begin = 0; begin < typed.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= typed.size(); ++end) {
      const Strings run(typed.begin() + static_cast<std::ptrdiff_t>(begin),
                        typed.begin() + static_cast<std::ptrdiff_t>(end));
      for (const Synonym& synonym : synonyms) {
        for (const Strings& offer : Offers(synonym, run)) {
          for (std::size_t i = begin; i < end; ++i) choices[i].insert(offer);
        }
      }
    }
  }
  std::vector<Query> out(1);
  for (const std::set<Strings>& of_word : choices) {
    std::vector<Query> longer;
    for (const Query& query : out) {
      for (const Strings& choice : of_word) {
        longer.push_back(query);
        longer.back().push_back(choice);
      }
    }
    out = std::move(longer);
  }
  return out;
}

std::set<std::string> NaiveHits(const std::vector<Document>& documents, const std::vector<Query>& queries) {
  std::set<std::string> out;
  for (const Document& document : documents) {
    const Strings title = Split(document.title), body = Split(document.sections.front().text);
    const bool hit = std::any_of(queries.begin(), queries.end(), [&](const Query& query) {
      return std::all_of(query.begin(), query.end(),
                         [&](const Strings& phrase) { return Holds(title, phrase) || Holds(body, phrase); });
    });
    if (hit) out.insert(document.object_id);
  }
  return out;
}

// Random texts of a vocabulary in which no word is another's beginning, ending or misspelling.
class Texts {
 public:
  explicit Texts(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

  std::string Word() {
    static const Strings kWords = {"tent", "boot", "card", "gift", "lamp", "desk", "sock", "form"};
    return kWords[Below(kWords.size())] + (Below(3) == 0 ? "s" : "");
  }
  Strings Words(std::size_t most) {
    Strings out;
    for (std::size_t i = 1 + Below(most); i > 0; --i) out.push_back(Word());
    return out;
  }
  // Words no two of which are forms of one.
  Strings DistinctWords(std::size_t most) {
    Strings out;
    std::set<std::string> stems;
    for (std::string& word : Words(most)) {
      if (stems.insert(StemOf(word)).second) out.push_back(std::move(word));
    }
    return out;
  }

  Document NewDocument(std::size_t number) {
    Strings title = Words(4), body = Words(8);
    if (Below(4) == 0) body[Below(body.size())] = StrCat("<p", Below(3), ">");
    return {.object_id = StrCat("d", number),
            .lang = "en",
            .title = JoinWords(title),
            .sections = {{.text = JoinWords(body)}}};
  }

  Synonym NewSynonym(std::size_t number) {
    Synonym synonym{.object_id = StrCat("s", number), .type = static_cast<SynonymType>(Below(5)), .lang = {}};
    if (Below(2) == 0) synonym.lang = "en";
    for (std::size_t i = 2 + Below(2); i > 0; --i) synonym.synonyms.push_back(JoinWords(Words(3)));
    if (synonym.type == SynonymType::kPlaceholder) synonym.input = StrCat("<p", Below(3), ">");
    if (synonym.input.empty() && synonym.type != SynonymType::kMultiWay) synonym.input = JoinWords(Words(3));
    return synonym;
  }

  template <typename Make>
  auto Some(std::size_t count, Make make) {
    std::vector<decltype(make(count))> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(make(i));
    return out;
  }

 private:
  std::mt19937_64 random_;
};

std::set<std::string> Hits(const signpost::Index& index, const std::string& query) {
  const Strings ids =
      Ids(index, {.query = query, .remove_words = signpost::RemoveWords::kNever, .hits_per_page = 1000});
  return {ids.begin(), ids.end()};
}

}  // namespace

TEST_CASE("Synonyms: finds what the rewritten queries find", "[catalog]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Texts texts(seed);
  std::size_t found = 0, by_synonym = 0;
  for (int round = 0; round < 60; ++round) {
    const auto documents = texts.Some(20, [&](std::size_t i) { return texts.NewDocument(i); });
    const auto synonyms = texts.Some(1 + texts.Below(8), [&](std::size_t i) { return texts.NewSynonym(i); });
    signpost::Index index = BuildIndex({documents.begin(), documents.begin() + 10});
    REQUIRE(index.Upsert({documents.begin() + 10, documents.end()}).ok());
    REQUIRE(index.SetSynonyms(synonyms).ok());
    for (int q = 0; q < 20; ++q) {
      const Strings typed = texts.DistinctWords(4);
      CAPTURE(round, JoinWords(typed), signpost::ToJson(synonyms));
      const auto expected = NaiveHits(documents, Rewritten(typed, synonyms));
      CHECK(Hits(index, JoinWords(typed) + " ") == expected);
      found += expected.size();
      by_synonym += expected.size() - NaiveHits(documents, Rewritten(typed, {})).size();
    }
  }
  CHECK(found > 1000);
  CHECK(by_synonym > 100);
}

TEST_CASE("Synonyms: finds by a slip what it finds without", "[catalog]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  Texts texts(seed);
  std::size_t found = 0;
  for (int round = 0; round < 60; ++round) {
    const auto documents = texts.Some(10, [&](std::size_t i) { return texts.NewDocument(i); });
    // Keys that no document holds: wardrobe for its words, with words of the vocabulary around it.
    auto synonyms = texts.Some(3, [&](std::size_t i) {
      Strings side = texts.Words(2);
      side.insert(side.begin() + static_cast<std::ptrdiff_t>(texts.Below(side.size() + 1)), "wardrobe");
      return Synonym{.object_id = StrCat("s", i),
                     .type = SynonymType::kOneWay,
                     .input = JoinWords(side),
                     .synonyms = {JoinWords(texts.Words(2))}};
    });
    signpost::Index index = BuildIndex(documents);
    REQUIRE(index.SetSynonyms(synonyms).ok());
    for (const Synonym& synonym : synonyms) {
      std::string slip = synonym.input;
      const std::size_t at = slip.find("wardrobe") + 1 + texts.Below(6);
      std::swap(slip[at], slip[at + 1]);
      CAPTURE(round, synonym.input, slip);
      CHECK(Hits(index, slip + " ") == Hits(index, synonym.input + " "));
      found += Hits(index, slip + " ").size();
    }
  }
  CHECK(found > 50);
}
