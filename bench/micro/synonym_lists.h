// SPDX-License-Identifier: Apache-2.0
// synonym_lists.h — made-up words, queries of six of them, and lists of ten thousand synonyms, for the benchmarks of synonyms.
#ifndef SIGNPOST_BENCH_MICRO_SYNONYM_LISTS_H_
#define SIGNPOST_BENCH_MICRO_SYNONYM_LISTS_H_

#include <signpost/synonyms.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace bench {

using signpost::Synonym;
using signpost::SynonymType;

constexpr std::size_t kWords = 20'000;
constexpr std::size_t kSynonyms = 10'000;
constexpr int kQueries = 400;

// Made-up words that follow Zipf's law, and others that no document holds.
class Language {
 public:
  explicit Language(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  static std::string WordOfRank(std::size_t rank) {
    static const char* const kSyllables[] = {"ra",  "ti",  "on", "mo", "ber", "sa",
                                             "len", "dor", "ku", "pe", "shi", "var"};
    std::string word;
    for (std::size_t n = rank, i = 0; i < 2 || n > 0; n /= 12, ++i) word += kSyllables[n % 12];
    return word;
  }
  std::string Word() {
    const double u = std::uniform_real_distribution<>(0, 1)(random_);
    return WordOfRank(static_cast<std::size_t>(std::exp(u * std::log(kWords))) - 1);
  }
  std::string AnyWord() { return WordOfRank(Below(kWords)); }
  std::string UnknownWord() { return "zz" + WordOfRank(Below(4 * kWords)); }
  std::string Words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += (i > 0 ? " " : "") + Word();
    return out;
  }

 private:
  std::mt19937_64 random_;
};

// Six words each; of five queries one has a slip and one ends half typed.
inline const std::vector<std::string>& Queries() {
  static const std::vector<std::string> queries = [] {
    Language language(11);
    std::vector<std::string> out;
    for (int q = 0; q < kQueries; ++q) {
      std::string query = language.Words(5);
      std::string last = language.AnyWord();
      if (q % 5 == 0) std::swap(last[1], last[2]);
      if (q % 5 == 1) last.resize(last.size() - 2);
      out.push_back(query + " " + last + (q % 5 == 1 ? "" : " "));
    }
    return out;
  }();
  return queries;
}

// All types; sides of one to four words.
template <typename MakeWord>
std::vector<Synonym> SynonymsOf(Language* language, MakeWord word) {
  std::vector<Synonym> out;
  for (std::size_t s = 0; s < kSynonyms; ++s) {
    auto side = [&] {
      std::string text = word(0);
      for (std::size_t i = 1; i < 1 + language->Below(4); ++i) text += " " + word(i);
      return text;
    };
    Synonym synonym{.object_id = "s" + std::to_string(s), .type = static_cast<SynonymType>(language->Below(5))};
    for (std::size_t i = 2 + language->Below(3); i > 0; --i) synonym.synonyms.push_back(side());
    if (synonym.type == SynonymType::kPlaceholder) synonym.input = "<p" + std::to_string(s) + ">";
    if (synonym.input.empty() && synonym.type != SynonymType::kMultiWay) synonym.input = side();
    out.push_back(std::move(synonym));
  }
  return out;
}

// Begin like the queries and go on otherwise.
inline std::vector<Synonym> Apart() {
  Language language(13);
  return SynonymsOf(&language, [&](std::size_t i) {
    return i == 0 ? language.Word() + " " + language.UnknownWord() : language.AnyWord();
  });
}

// Of the words of the documents.
inline std::vector<Synonym> Met() {
  Language language(17);
  return SynonymsOf(&language,
                    [&](std::size_t) { return language.Below(4) == 0 ? language.UnknownWord() : language.AnyWord(); });
}

// Of these, those that some query meets.
inline std::vector<Synonym> Alone() {
  std::vector<Synonym> out = Met();
  std::erase_if(out, [](const Synonym& synonym) {
    std::vector<std::string> keys = synonym.synonyms;
    if (synonym.type != SynonymType::kMultiWay && synonym.type != SynonymType::kPlaceholder) keys = {synonym.input};
    return std::none_of(keys.begin(), keys.end(), [](const std::string& key) {
      return std::any_of(Queries().begin(), Queries().end(), [&](const std::string& query) {
        return (" " + query + " ").find(" " + key + " ") != std::string::npos;
      });
    });
  });
  return out;
}

}  // namespace bench

#endif  // SIGNPOST_BENCH_MICRO_SYNONYM_LISTS_H_
