// SPDX-License-Identifier: Apache-2.0
// storefront.h — the bundled data as a store has it: four indexes, each with its settings, and the federation of them.
// Include it before <catch2/catch.hpp> is used; every step is required to succeed.
#ifndef SIGNPOST_TESTS_SUPPORT_STOREFRONT_H_
#define SIGNPOST_TESTS_SUPPORT_STOREFRONT_H_

#include <signpost/dialect.h>
#include <signpost/federation.h>
#include <signpost/index.h>
#include <signpost/ingest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

inline std::string ReadData(const std::string& name) {
  std::ifstream in(std::string(SIGNPOST_SOURCE_DIR) + "/data/" + name);
  std::stringstream text;
  text << in.rdbuf();
  INFO(name);
  REQUIRE(!text.str().empty());
  return text.str();
}

inline signpost::Index BuildDataIndex(const std::string& documents, const std::string& settings,
                                      const std::vector<std::string>& rules) {
  auto parsed = signpost::ParseSettings(ReadData(settings));
  REQUIRE(parsed.ok());
  auto builder = signpost::IndexBuilder::Create(*parsed);
  REQUIRE(builder.ok());
  auto report = signpost::ReadDocuments(std::string(SIGNPOST_SOURCE_DIR) + "/data/" + documents, {},
                                        [&](signpost::Document document) { return builder->Add(std::move(document)); });
  INFO(report.status());
  REQUIRE(report.ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  auto synonyms = signpost::ParseSynonyms(ReadData("synonyms.json"));
  REQUIRE(synonyms.ok());
  REQUIRE(index->SetSynonyms(*synonyms).ok());
  std::vector<signpost::Rule> all;
  for (const std::string& file : rules) {
    auto list = signpost::ParseRules(ReadData(file));
    INFO(list.status());
    REQUIRE(list.ok());
    all.insert(all.end(), list->begin(), list->end());
  }
  REQUIRE(index->SetRules(all).ok());
  return *std::move(index);
}

// Threads: immutable.
struct Storefront {
  std::vector<std::unique_ptr<signpost::Index>> indexes;
  std::unique_ptr<signpost::Federation> federation;

  Storefront() {
    auto list = signpost::ParseFederatedIndexes(ReadData("federation.json"));
    INFO(list.status());
    REQUIRE(list.ok());
    for (signpost::FederatedIndex& index : *list) {
      indexes.push_back(std::make_unique<signpost::Index>(Build(index.name)));
      index.index = indexes.back().get();
    }
    auto made = signpost::Federation::Create(*std::move(list));
    INFO(made.status());
    REQUIRE(made.ok());
    federation = std::make_unique<signpost::Federation>(*std::move(made));
  }

  static signpost::Index Build(const std::string& name) {
    if (name == "help") return BuildDataIndex("help_center", "settings.json", {"context_rules.json", "rules.json"});
    std::vector<std::string> rules;
    if (name == "products") rules = {"products_rules.json"};
    return BuildDataIndex(name, name + "_settings.json", rules);
  }

  // Asks all indexes the same.
  signpost::FederatedRequest Request(const std::string& query, const std::string& lang, bool merge = false) const {
    signpost::FederatedRequest out{.merge = merge};
    for (const signpost::FederatedIndex& index : federation->indexes()) {
      out.queries.push_back({.index = index.name, .request = {.query = query, .lang = lang}});
    }
    return out;
  }
};

#endif  // SIGNPOST_TESTS_SUPPORT_STOREFRONT_H_
