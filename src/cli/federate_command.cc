// SPDX-License-Identifier: Apache-2.0
// federate_command.cc — `signpost federate`: one query, or a file of queries, to several index files in one call.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/federation.h>
#include <signpost/index.h>

#include "cli/colors.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/json_file.h"
#include "cli/print_federated.h"
#include "cli/print_hits.h"
#include "cli/query_file.h"

namespace signpost::cli {
namespace {

// The indexes as they were opened, in places of their own, and what asks them.
struct Opened {
  std::vector<std::unique_ptr<Index>> indexes;
  std::unique_ptr<Federation> federation;
};

absl::StatusOr<Opened> Open(const FederateOptions& options) {
  auto settings = ReadJsonFile(options.settings, &ParseFederatedIndexes);
  if (!settings.ok()) return settings.status();
  Opened out;
  std::vector<FederatedIndex> members;
  for (const NamedIndex& named : options.indexes) {
    absl::StatusOr<Index> index = Index::Open(named.file);
    if (!index.ok()) return WithProgram(index.status(), named.file);
    out.indexes.push_back(std::make_unique<Index>(*std::move(index)));
    FederatedIndex member{.name = named.name, .index = out.indexes.back().get(), .settings = {}};
    for (const FederatedIndex& said : *settings) {
      if (said.name == named.name) member.settings = said.settings;
    }
    members.push_back(std::move(member));
  }
  absl::StatusOr<Federation> federation = Federation::Create(std::move(members));
  if (!federation.ok()) return WithProgram(federation.status());
  out.federation = std::make_unique<Federation>(*std::move(federation));
  return out;
}

FederatedRequest MakeRequest(const FederateOptions& options, const std::string& query, const std::string& lang) {
  FederatedRequest out{.queries = {}, .merge = !options.groups, .page = options.page, .hits_per_page = options.hits};
  for (const NamedIndex& named : options.indexes) {
    FederatedQuery of_index{.index = named.name, .label = {}, .request = {}};
    of_index.request.query = query;
    of_index.request.lang = options.lang.empty() ? lang : options.lang;
    of_index.request.contexts = options.contexts;
    of_index.request.page = options.page;
    of_index.request.hits_per_page = options.hits;
    if (!options.json) of_index.request.highlight = TerminalHighlight();
    out.queries.push_back(std::move(of_index));
  }
  return out;
}

// Returns the object `json` with "id" as its first member.
std::string WithId(const Value& id, const std::string& json) {
  return "{\"id\":" + ToJson(id) + "," + json.substr(1) + "\n";
}

absl::StatusOr<int> AnswerOne(const Federation& federation, const FederateOptions& options, Output* out) {
  absl::StatusOr<FederatedResponse> response =
      federation.Search(Audience::Of(options.audiences), MakeRequest(options, *options.query, ""));
  if (!response.ok()) return WithProgram(response.status());
  const std::string answer =
      options.json ? ToJson(*response) + "\n" : PrintFederated(*options.query, *response, WantsColors(options.color));
  if (absl::Status written = out->Write(answer); !written.ok()) return written;
  return response->hit_count > 0 || response->redirect ? kExitOk : kExitNothingFound;
}

absl::StatusOr<int> AnswerFile(const Federation& federation, const FederateOptions& options, Output* out) {
  absl::StatusOr<QueryFile> queries = QueryFile::Open(options.queries);
  if (!queries.ok()) return queries.status();
  if (!options.json) {
    if (absl::Status written = out->Write(PrintFederatedBatchHead()); !written.ok()) return written;
  }
  QueryLine query;
  while (true) {
    absl::StatusOr<bool> more = queries->Next(&query);
    if (!more.ok()) return more.status();
    if (!*more) return kExitOk;
    absl::StatusOr<FederatedResponse> response =
        federation.Search(Audience::Of(options.audiences), MakeRequest(options, query.text, query.lang));
    if (!response.ok()) return WithPlace(response.status(), query.place);
    const std::string answer =
        options.json ? WithId(query.id, ToJson(*response)) : PrintFederatedBatchLine(query.IdText(), *response);
    if (absl::Status written = out->Write(answer); !written.ok()) return written;
  }
}

}  // namespace

absl::StatusOr<int> RunFederate(const FederateOptions& options, Output* out) {
  absl::StatusOr<Opened> opened = Open(options);
  if (!opened.ok()) return opened.status();
  return options.query ? AnswerOne(*opened->federation, options, out) : AnswerFile(*opened->federation, options, out);
}

}  // namespace signpost::cli
