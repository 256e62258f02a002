// SPDX-License-Identifier: Apache-2.0
// lint_command.cc — `signpost lint`: what is wrong with the rules, synonyms and moved addresses of an index.
#include <string>
#include <vector>

#include <signpost/dialect.h>
#include <signpost/index.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/terminal_text.h"

namespace signpost::cli {
namespace {

std::string KindName(LintKind kind) {
  switch (kind) {
    case LintKind::kShadowed:
      return "shadowed";
    case LintKind::kExpired:
      return "expired";
    case LintKind::kOverlapping:
      return "overlapping";
    case LintKind::kCyclic:
      return "cyclic";
    case LintKind::kNeverMatches:
      return "never matches";
    case LintKind::kRedirectLoop:
      return "redirect loop";
    case LintKind::kForeignHost:
      return "foreign host";
  }
  return "";
}

std::string SubjectName(LintSubject subject) {
  switch (subject) {
    case LintSubject::kRule:
      return "rule";
    case LintSubject::kSynonym:
      return "synonym";
    case LintSubject::kMoved:
      return "moved";
  }
  return "";
}

std::string PrintFinding(const LintFinding& finding) {
  std::string out = SubjectName(finding.subject) + " " + Quoted(finding.object_id) + ": " + KindName(finding.kind);
  if (!finding.other.empty()) out += " (" + Quoted(finding.other) + ")";
  return TerminalText(out) + "\n    " + TerminalText(finding.reason) + "\n    " + TerminalText(finding.suggestion) +
         "\n";
}

}  // namespace

absl::StatusOr<int> RunLint(const LintCommandOptions& options, Output* out) {
  absl::StatusOr<Index> index = Index::Open(options.file);
  if (!index.ok()) return WithProgram(index.status(), options.file);
  const std::vector<LintFinding> findings = index->Lint(options.lint);
  std::string text;
  if (options.json) {
    text = ToJson(findings) + "\n";
  } else {
    for (const LintFinding& finding : findings) text += PrintFinding(finding);
    if (findings.empty()) text = "nothing found\n";
  }
  if (absl::Status written = out->Write(text); !written.ok()) return written;
  return findings.empty() ? kExitOk : kExitFindings;
}

}  // namespace signpost::cli
