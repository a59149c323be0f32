#include "base/problem.h"
#include "base/result.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk {

std::string Error::line() const
{
    auto text = where.empty() ? message : fmt::format("{}: {}", where, message);
    if (!advice.empty()) text += fmt::format(" ({})", advice);
    return text;
}

namespace {

std::string_view name(Severity severity)
{
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
    }
    return "error";
}

} // namespace

std::string Problem::line() const
{
    std::string text = place.file;
    if (place.line > 0) text += fmt::format(":{}:{}", place.line, place.column);
    text += fmt::format(": {}: {}", name(severity), message);
    if (!suggestion.empty()) text += fmt::format(" ({})", suggestion);
    return text;
}

int count(Problems const& problems, Severity severity)
{
    return static_cast<int>(std::count_if(problems.begin(), problems.end(),
                                          [&](Problem const& problem) { return problem.severity == severity; }));
}

} // namespace kiosk
