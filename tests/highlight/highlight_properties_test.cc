// SPDX-License-Identifier: Apache-2.0
// What holds of every highlight, checked against the texts analysed again (mark_oracle.h):
//
// 1. Marks lie on what matched and nowhere else, on whole graphemes; taking the tags out gives the text back; snippets stand in
//    one section, are as long as asked for at most, and begin and end with an ellipsis where they are cut.
// 2. That is so on the bundled help center in its four languages, for its judged queries, whole, cut and damaged.
// 3. It is so on the other corpora, where they are there.
// 4. Escaped texts hold our tags alone as markup.
#include <signpost/ingest.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "highlight/mark_oracle.h"
#include "support/seed.h"
#include "support/shared_data.h"

namespace signpost::highlight {
namespace {

std::vector<Document> Read(const std::string& path, const std::string& lang, std::size_t most) {
  std::vector<Document> out;
  const auto report = ReadDocuments(path, {.lang = lang}, [&](Document document) {
    if (out.size() < most) out.push_back(std::move(document));
    return absl::OkStatus();
  });
  REQUIRE(report.ok());
  return out;
}

std::vector<std::string> JudgedQueries(const std::string& lang) {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/queries.jsonl");
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);) {
    if (line.find("\"lang\": \"" + lang + "\"") == std::string::npos) continue;
    const std::size_t begin = line.find("\"text\": \"") + 9;
    out.push_back(line.substr(begin, line.find("\", \"lang\"") - begin));
  }
  return out;
}

HighlightOptions RandomOptions(std::mt19937_64* random) {
  HighlightOptions out = OracleOptions();
  out.snippet_words = 1 + static_cast<int>((*random)() % 40);
  if ((*random)() % 3 == 0) out.snippet_characters = 1 + static_cast<int>((*random)() % 200);
  out.snippet_count = 1 + static_cast<int>((*random)() % 3);
  out.whole_words = (*random)() % 3 == 0;
  return out;
}

// Cut somewhere, with a letter wrong, or as it is.
std::string Damaged(std::string query, std::mt19937_64* random) {
  if (query.empty()) return query;
  const std::size_t kind = (*random)() % 4;
  std::size_t at = (*random)() % query.size();
  while (at > 0 && IsUtf8Continuation(query[at])) --at;
  if (kind == 0) query.resize(at);
  if (kind == 1 && static_cast<unsigned char>(query[at]) < 0x80) query[at] = 'e';
  return query;
}

void CheckAll(Shown* shown, const std::vector<std::string>& queries, std::mt19937_64* random, std::size_t* marks) {
  for (const std::string& query : queries) {
    const std::string asked = Damaged(query, random);
    const HighlightOptions options = RandomOptions(random);
    CAPTURE(asked, options.snippet_words, options.snippet_characters, options.whole_words);
    REQUIRE(shown->Broken(asked, options, marks) == "");
  }
}

}  // namespace

TEST_CASE("Highlights: marks lie on what matched, in the bundled help center", "[highlight]") {  // 1, 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (const std::string lang : {"en", "es", "pt", "zh"}) {
    CAPTURE(lang);
    Shown shown(Read(SIGNPOST_SOURCE_DIR "/data/help_center/" + lang, lang, SIZE_MAX), lang);
    const std::vector<std::string> queries = JudgedQueries(lang);
    REQUIRE(queries.size() >= 20);
    std::size_t marks = 0;
    CheckAll(&shown, queries, &random, &marks);
    CHECK(marks > 300);
  }
}

TEST_CASE("Highlights: marks lie on what matched, in other corpora", "[highlight]") {  // 1, 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::string folder = SharedData() + "/corpora";
  if (!std::filesystem::is_directory(folder)) {
    WARN("no corpora in " << folder << ": skipped");
    return;
  }
  constexpr std::size_t kDocuments = 60;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonl") continue;
    const std::string name = entry.path().stem();
    CAPTURE(name);
    std::string lang = name.substr(name.rfind('.') + 1);
    lang = lang.substr(0, lang.find_first_of("-_"));
    const std::vector<Document> documents = Read(entry.path(), lang, kDocuments);
    std::vector<std::string> queries;
    for (std::size_t d = 0; d < documents.size() && queries.size() < 15; d += 4) queries.push_back(documents[d].title);
    Shown shown(documents, lang);
    std::size_t marks = 0;
    CheckAll(&shown, queries, &random, &marks);
    CHECK(marks > 100);
  }
}

TEST_CASE("Highlights: scripts, signs and hostile texts", "[highlight]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::vector<std::string> pieces = {"Diabète ",
                                           "Diabe\u0300te ",
                                           "Wärmeschutz ",
                                           "ﾃﾞｰﾀ ",
                                           "データ",
                                           "繁體中文",
                                           "繁体中文",
                                           "👨‍👩‍👧‍👦 ",
                                           "🇧🇷 ",
                                           "שלום עולם ",
                                           "مرحبا ",
                                           "ไทยแลนด์ ",
                                           "क्षमा ",
                                           "각도 ",
                                           "<script>",
                                           "</em>",
                                           "&amp; ",
                                           "\"x' ",
                                           "E-404 ",
                                           "0x80070005 ",
                                           "SkipBridge ",
                                           "wi-fi ",
                                           "C++ ",
                                           "Größe ",
                                           "ﬁnance ",
                                           "naïve\u200d ",
                                           "e\u0301\u0302x ",
                                           "... ",
                                           "。！",
                                           "\n",
                                           "(order) ",
                                           "the order ",
                                           "1,000 ",
                                           "l'harmonie ",
                                           "Terrassenschrauben "};
  const std::vector<std::string> queries = {"diabe",    "warmeschutz", "デー", "繁體",   "مرح",       "क्ष",
                                            "각",       "script",      "e404", "bridge", "wifi",      "c++",
                                            "gros",     "fi",          "naiv", "ex",     "the order", "orders 1000",
                                            "harmonie", "schraube",    "שלום", "👨",      "ไทย",       "bri 404"};
  for (const std::string lang : {"en", "de", "fr", "ja"}) {
    for (int round = 0; round < 60; ++round) {
      std::vector<Document> documents;
      for (int d = 0; d < 3; ++d) {
        Document& document = documents.emplace_back();
        document.object_id = "d" + std::to_string(d);
        for (std::size_t n = random() % 6; n > 0; --n) document.title += pieces[random() % pieces.size()];
        for (std::size_t s = random() % 3; s > 0; --s) {
          Section& section = document.sections.emplace_back();
          section.anchor = "s" + std::to_string(s);
          for (std::size_t n = random() % 60; n > 0; --n) section.text += pieces[random() % pieces.size()];
          for (std::size_t n = random() % 5; n > 0; --n) section.lines.push_back(static_cast<LineKind>(random() % 7));
        }
      }
      Shown shown(documents, lang);
      std::vector<std::string> asked;
      for (int q = 0; q < 4; ++q) asked.push_back(queries[random() % queries.size()]);
      std::size_t marks = 0;
      CheckAll(&shown, asked, &random, &marks);
    }
  }
}

TEST_CASE("Highlights: what is escaped holds our tags alone", "[highlight]") {  // 4
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const std::vector<std::string> pieces = {"<script>alert(1)</script>",
                                           "</em>",
                                           "&lt;",
                                           "<img src=x onerror=y>",
                                           "order ",
                                           "\"",
                                           "'",
                                           "<em>",
                                           "&",
                                           "> ",
                                           "order"};
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (std::size_t n = random() % 12; n > 0; --n) text += pieces[random() % pieces.size()];
    std::vector<Mark> marks;
    for (std::size_t at = text.find("order"); at != text.npos; at = text.find("order", at + 5)) {
      marks.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 5)});
    }
    std::string out;
    AppendMarked(text, 0, text.size(), marks, {}, &out);
    CAPTURE(text, out);
    REQUIRE(BrokenHtml(out, text) == "");
  }
}

}  // namespace signpost::highlight
