// SPDX-License-Identifier: Apache-2.0
// eval_set.h — a judged set: a folder with documents, queries and judgements.
//
// Files:    queries.jsonl, qrels.tsv; the documents are corpus.jsonl, else index.signpost, an index that is built
//           already. settings.json is for corpus.jsonl, and need not be there.
#ifndef SIGNPOST_CLI_EVAL_SET_H_
#define SIGNPOST_CLI_EVAL_SET_H_

#include <string>

#include <absl/status/statusor.h>
#include <signpost/index.h>

#include "cli/eval_queries.h"

namespace signpost::cli {

// Returns the last part of the folder's path.
std::string SetName(const std::string& folder);

absl::StatusOr<JudgedQueries> ReadSetQueries(const std::string& folder);

struct SetIndexOptions {
  std::string settings;  // path; empty: settings.json of the set. Without a language of its own it keeps the set's
  std::string lang;      // of documents that do not say theirs
};

// Builds corpus.jsonl in memory, or opens index.signpost. Errors in the form of errors.h.
absl::StatusOr<Index> OpenSetIndex(const std::string& folder, const SetIndexOptions& options);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_EVAL_SET_H_
