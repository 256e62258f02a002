// SPDX-License-Identifier: Apache-2.0
// Known-item search on real help centers: two random content words of an article's title find the article among the first
// ten, also misspelled and half typed; the whole title finds it first.
//
// 1. Clean queries reach the floor of the corpus.
// 2. Of those that do, the stated share still does with one edit, two edits, the last word cut, and cut with an edit.
// 3. The whole title has an MRR@10 of at least .99.
// Skipped with a message where the corpora are not there.
#include <signpost/dialect.h>
#include <signpost/index.h>

#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"
#include "support/shared_data.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace {

struct Article {
  std::string object_id;
  std::string title;
};

struct Corpus {
  std::vector<Article> articles;
  std::optional<signpost::Index> index;
};

// Loads a corpus, or none when the file is not there.
Corpus Load(const std::string& path) {
  Corpus corpus;
  std::ifstream in(path);
  if (!in) return corpus;
  auto builder = signpost::IndexBuilder::Create();
  REQUIRE(builder.ok());
  for (std::string line; std::getline(in, line);) {
    auto document = signpost::ParseDocument(line);
    REQUIRE(document.ok());
    corpus.articles.push_back({document->object_id, document->title});
    REQUIRE(builder->Add(*std::move(document)).ok());
  }
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  corpus.index.emplace(*std::move(index));
  return corpus;
}

using Random = std::mt19937_64;

std::size_t Below(Random& random, std::size_t bound) { return static_cast<std::size_t>(random() % bound); }

// Plain ASCII words of four letters or more that are no stop words.
std::vector<std::string> ContentWords(const std::string& title) {
  static const signpost::text::Analyzer analyzer(signpost::text::FindLanguagePack("en"));
  signpost::text::TokenList tokens;
  analyzer.Analyze(title, &tokens);
  std::vector<std::string> words;
  for (const auto& token : tokens.tokens) {
    const std::string word(tokens.Term(token));
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (token.kind != signpost::text::TokenKind::kWord || !plain || word.size() < 4) continue;
    if (!analyzer.IsStopWord(word)) words.push_back(word);
  }
  return words;
}

// One random edit that leaves the first letter alone.
std::string Edit(std::string word, Random& random) {
  const auto letter = static_cast<char>('a' + Below(random, 26));
  const std::size_t at = 1 + Below(random, word.size() - 1);
  switch (Below(random, 4)) {
    case 0:
      word[at] = letter;
      break;
    case 1:
      word.erase(at, 1);
      break;
    case 2:
      word.insert(at, 1, letter);
      break;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
  }
  return word;
}

std::string Cut(const std::string& word) { return word.substr(0, std::max<std::size_t>(3, word.size() / 2)); }

// Returns the 1-based place of an article among the first ten, or 0.
std::size_t Rank(const signpost::Index& index, const std::string& query, const std::string& object_id) {
  auto response = index.Search(signpost::Audience::Public(), {.query = query, .hits_per_page = 10});
  REQUIRE(response.ok());
  for (std::size_t i = 0; i < response->hits.size(); ++i) {
    if (response->hits[i].document.object_id == object_id) return i + 1;
  }
  return 0;
}

// Counts of one way to damage a query.
struct Tally {
  int asked = 0;
  int found = 0;
  double share() const { return asked == 0 ? 0 : static_cast<double>(found) / asked; }
};

// Queries for each article: which two words of a title are drawn moves the shares by one in a hundred.
constexpr std::size_t kDraws = 4;

struct Floors {
  const char* corpus;
  double clean, one_edit, two_edits, cut, cut_and_edit;
};

}  // namespace

TEST_CASE("Known items: title words find the article in spite of typos and half words", "[relevance]") {
  const Floors floors =
      GENERATE(Floors{"arduino.en", .97, .97, .92, .95, .90}, Floors{"adobe_commerce_kb.en", .87, .95, .88, .90, .82});
  const Corpus corpus = Load(SharedData() + "/corpora/" + floors.corpus + ".jsonl");
  if (!corpus.index) {
    WARN("skipped: no corpus " << floors.corpus << " in " << SharedData());
    return;
  }
  const std::uint64_t seed = TestSeed();
  CAPTURE(floors.corpus, seed);
  Tally clean, one_edit, two_edits, cut, cut_and_edit;
  double reciprocal_ranks = 0;
  for (const Article& article : corpus.articles) {
    if (const std::size_t rank = Rank(*corpus.index, article.title, article.object_id); rank > 0) {
      reciprocal_ranks += 1.0 / static_cast<double>(rank);
    }
  }
  for (std::size_t draw = 0; draw < kDraws * corpus.articles.size(); ++draw) {
    const Article& article = corpus.articles[draw / kDraws];
    // One generator for each query and way to damage it, so that the queries are the same whatever was found before.
    const std::uint64_t stream = draw << 3;
    Random random(seed + stream);
    std::vector<std::string> words = ContentWords(article.title);
    if (words.empty()) continue;
    std::shuffle(words.begin(), words.end(), random);
    words.resize(std::min<std::size_t>(2, words.size()));
    auto ask = [&](const std::vector<std::string>& asked) {
      std::string query;
      for (const std::string& word : asked) query += (query.empty() ? "" : " ") + word;
      return Rank(*corpus.index, query, article.object_id) > 0;
    };
    ++clean.asked;
    if (!ask(words)) continue;
    ++clean.found;
    auto count = [&](Tally* tally, const std::vector<std::string>& damaged) {
      ++tally->asked;
      const bool found = ask(damaged);
      tally->found += found ? 1 : 0;
      if (!found && std::getenv("SIGNPOST_TEST_VERBOSE") != nullptr) {
        std::printf("  lost: %s -> %s (%s)\n", (words[0] + " " + words.back()).c_str(),
                    (damaged[0] + " " + damaged.back()).c_str(), article.title.c_str());
      }
    };
    auto damaged = [&](std::size_t minimum, int edits, Tally* tally) {
      random.seed(seed + stream + static_cast<std::uint64_t>(edits));
      const std::size_t first = Below(random, words.size());
      for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t w = (first + i) % words.size();
        if (words[w].size() < minimum) continue;
        std::vector<std::string> changed = words;
        for (int e = 0; e < edits; ++e) changed[w] = Edit(changed[w], random);
        count(tally, changed);
        return;
      }
    };
    damaged(5, 1, &one_edit);
    damaged(8, 2, &two_edits);
    std::vector<std::string> changed = words;
    changed.back() = Cut(changed.back());
    count(&cut, changed);
    random.seed(seed + stream + 3);
    if (words.size() == 2 && words[0].size() >= 5) {
      changed[0] = Edit(changed[0], random);
      count(&cut_and_edit, changed);
    }
  }
  const double mrr = reciprocal_ranks / static_cast<double>(corpus.articles.size());
  std::printf("%-22s clean %.3f | one edit %.3f | two edits %.3f | cut %.3f | cut and edit %.3f | title MRR@10 %.4f\n",
              floors.corpus, clean.share(), one_edit.share(), two_edits.share(), cut.share(), cut_and_edit.share(),
              mrr);
  CHECK(clean.share() >= floors.clean);
  CHECK(one_edit.share() >= floors.one_edit);
  CHECK(two_edits.share() >= floors.two_edits);
  CHECK(cut.share() >= floors.cut);
  CHECK(cut_and_edit.share() >= floors.cut_and_edit);
  CHECK(mrr >= .99);
}
