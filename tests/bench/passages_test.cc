// SPDX-License-Identifier: Apache-2.0
// 1. Passages and queries are read with what they say, and with what they leave out.
// 2. A line that is no JSON object is an error that names file and line; so is a file that is not there.
// 3. ReadQuerySets keeps the order of the sets and takes queries evenly from the whole of each.
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "passages.h"
#include "support/temporary_folder.h"

namespace bench {
namespace {

std::string WriteFile(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
  return path;
}

TEST_CASE("Passages: what a line says and leaves out", "[bench]") {
  const TemporaryFolder folder;
  PassageReader reader(WriteFile(folder / "p.jsonl",
                                 R"({"objectID": "p1", "source": "s", "title": "T", "body": "B", "lang": "es"})"
                                 "\n{\"objectID\": \"p2\"}\n"));
  Passage passage;
  REQUIRE(reader.Next(passage));
  CHECK(passage.id == "p1");
  CHECK(passage.source == "s");
  CHECK(passage.title == "T");
  CHECK(passage.body == "B");
  CHECK(passage.lang == "es");
  REQUIRE(reader.Next(passage));
  CHECK(passage.id == "p2");
  CHECK(passage.lang.empty());
  CHECK_FALSE(reader.Next(passage));
}

TEST_CASE("Passages: queries", "[bench]") {
  const TemporaryFolder folder;
  const auto queries =
      ReadQueries(WriteFile(folder / "q.jsonl", R"({"set": "a", "text": "x y"})"
                                                "\n"
                                                R"({"set": "b", "text": "\"z\"", "advanced": true, "hits": 1000})"
                                                "\n"));
  REQUIRE(queries.size() == 2);
  CHECK(queries[0].text == "x y");
  CHECK_FALSE(queries[0].advanced);
  CHECK(queries[0].hits == 10);
  CHECK(queries[1].advanced);
  CHECK(queries[1].hits == 1000);
}

TEST_CASE("Passages: errors name the place", "[bench]") {
  const TemporaryFolder folder;
  const std::string path = WriteFile(folder / "q.jsonl", "{}\nnonsense\n");
  CHECK_THROWS_WITH(ReadQueries(path), Catch::Contains(path + ":2"));
  CHECK_THROWS_WITH(PassageReader(folder / "none"), Catch::Contains("none"));
}

TEST_CASE("Passages: an even sample of each set", "[bench]") {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 100; ++i) {
    lines += R"({"set": "b", "text": ")" + std::to_string(i) + "\"}\n";
    if (i < 2) lines += R"({"set": "a", "text": "few"})" + std::string("\n");
  }
  const auto sets = ReadQuerySets(WriteFile(folder / "q.jsonl", lines), 4);
  REQUIRE(sets.size() == 2);
  REQUIRE(sets[0].size() == 4);
  CHECK(sets[0][0].text == "0");
  CHECK(sets[0][1].text == "25");
  CHECK(sets[0][3].text == "75");
  CHECK(sets[1].size() == 2);
}

}  // namespace
}  // namespace bench
