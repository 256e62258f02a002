// SPDX-License-Identifier: Apache-2.0
#include "store.h"

#include <fstream>
#include <sstream>
#include <utility>

#include <signpost/dialect.h>
#include <signpost/ingest.h>

namespace {

absl::StatusOr<std::string> ReadFile(const std::string& folder, const std::string& name) {
  const std::string path = folder + "/" + name;
  std::ifstream in(path);
  std::ostringstream text;
  if (!(text << in.rdbuf())) return absl::NotFoundError(path + ": cannot be read");
  return text.str();
}

// Where an index's parts are in the data.
struct Place {
  std::string documents;
  std::string settings;
  std::vector<std::string> rules;  // files, the first first
};

Place PlaceOf(const std::string& name) {
  if (name == "help") return {"help_center", "settings.json", {"context_rules.json", "rules.json"}};
  if (name == "products") return {name, "products_settings.json", {"products_rules.json"}};
  return {name, name + "_settings.json", {}};
}

absl::Status AddRules(const std::string& folder, const Place& place, signpost::Index* index) {
  std::vector<signpost::Rule> rules;
  for (const std::string& file : place.rules) {
    absl::StatusOr<std::string> text = ReadFile(folder, file);
    if (!text.ok()) return text.status();
    absl::StatusOr<std::vector<signpost::Rule>> parsed = signpost::ParseRules(*text);
    if (!parsed.ok()) return parsed.status();
    for (signpost::Rule& rule : *parsed) rules.push_back(std::move(rule));
  }
  return index->SetRules(std::move(rules));
}

absl::StatusOr<signpost::Index> BuildIndex(const std::string& folder, const std::string& name) {
  const Place place = PlaceOf(name);
  absl::StatusOr<std::string> text = ReadFile(folder, place.settings);
  if (!text.ok()) return text.status();
  absl::StatusOr<signpost::Settings> settings = signpost::ParseSettings(*text);
  if (!settings.ok()) return settings.status();
  absl::StatusOr<signpost::IndexBuilder> builder = signpost::IndexBuilder::Create(*std::move(settings));
  if (!builder.ok()) return builder.status();
  auto add = [&](signpost::Document document) { return builder->Add(std::move(document)); };
  const auto report = signpost::ReadDocuments(folder + "/" + place.documents, {}, add);
  if (!report.ok()) return report.status();
  absl::StatusOr<signpost::Index> index = std::move(*builder).Build();
  if (!index.ok()) return index.status();
  text = ReadFile(folder, "synonyms.json");
  if (!text.ok()) return text.status();
  absl::StatusOr<std::vector<signpost::Synonym>> synonyms = signpost::ParseSynonyms(*text);
  if (!synonyms.ok()) return synonyms.status();
  if (absl::Status set = index->SetSynonyms(*std::move(synonyms)); !set.ok()) return set;
  if (absl::Status set = AddRules(folder, place, &*index); !set.ok()) return set;
  return index;
}

}  // namespace

absl::StatusOr<Store> Store::Open(const std::string& folder) {
  absl::StatusOr<std::string> text = ReadFile(folder, "federation.json");
  if (!text.ok()) return text.status();
  absl::StatusOr<std::vector<signpost::FederatedIndex>> list = signpost::ParseFederatedIndexes(*text);
  if (!list.ok()) return list.status();
  Store out;
  for (signpost::FederatedIndex& member : *list) {
    absl::StatusOr<signpost::Index> index = BuildIndex(folder, member.name);
    if (!index.ok()) return index.status();
    out.indexes_.push_back(std::make_unique<signpost::Index>(*std::move(index)));
    member.index = out.indexes_.back().get();
  }
  absl::StatusOr<signpost::Federation> federation = signpost::Federation::Create(*std::move(list));
  if (!federation.ok()) return federation.status();
  out.federation_ = std::make_unique<signpost::Federation>(*std::move(federation));
  return out;
}
