// SPDX-License-Identifier: Apache-2.0
// lint.h — what is wrong with an owner's rules, synonyms and moved addresses although each of them is valid.
//
// Holds:    plain data; the findings of Index::Lint.
// Threads:  plain value types.
#ifndef SIGNPOST_LINT_H_
#define SIGNPOST_LINT_H_

#include <cstdint>
#include <string>
#include <vector>

namespace signpost::inline v0 {

enum class LintSubject { kRule, kSynonym, kMoved };

enum class LintKind {
  kShadowed,      // never has its turn, because another one comes first or says the same
  kExpired,       // all its windows of validity have passed
  kOverlapping,   // meets the same queries as another one and wants something else
  kCyclic,        // leads back to itself
  kNeverMatches,  // nothing in this index, or no query at all, can make it apply, or a part of it
  kRedirectLoop,  // its redirect leads back to a query or an address that it redirects
  kForeignHost,   // its redirect leaves LintOptions::allowed_hosts
};

struct LintOptions {
  std::int64_t now = 0;                    // Unix seconds by which windows have passed; 0: the current time
  std::vector<std::string> allowed_hosts;  // of redirects, lower case, e.g. "www.example.com"; empty: all
};

struct LintFinding {
  LintSubject subject = LintSubject::kRule;
  std::string object_id;  // of the rule or synonym; of a moved address: from
  LintKind kind = LintKind::kShadowed;
  std::string other;       // object_id of the one it collides with; empty: none
  std::string reason;      // a sentence: what is wrong, with the field and the value
  std::string suggestion;  // a sentence: what the owner can do

  bool operator==(const LintFinding&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_LINT_H_
