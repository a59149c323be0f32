#include "kiosk_content_judging.h"
#include "base/clock.h"
#include "base/escape_controls.h"
#include "base/zone.h"
#include "content/check/check.h"
#include "files/files.h"
#include "system/installed.h"
#include "system/print.h"
#include "ui/pictures/image_decode.h"
#include "ui/text/font_coverage.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

namespace {

// Half of what a screen of 1920x1080 shows of a picture, [px].
constexpr int kSmallestPicture = 480;

// It must be one that can be shown.
Problems check_picture(std::filesystem::path const& path)
{
    auto const bytes = read_file(path);
    auto const picture = bytes ? ui::decode_picture(bytes.value(), path.string()) : Result<ui::Image>(bytes.error());
    if (!picture) return {{Severity::error, {path.string()}, picture.error().message, picture.error().advice}};
    if (std::min(picture.value().width, picture.value().height) >= kSmallestPicture) return {};
    return {{Severity::warning,
             {path.string()},
             fmt::format("has only {}x{} pixels", picture.value().width, picture.value().height),
             fmt::format("it will look blurred; give it {} on its short side", kSmallestPicture)}};
}

std::string counted(int n, char const* one, char const* many)
{
    return n == 0 ? fmt::format("no {}", many) : fmt::format("{} {}", n, n == 1 ? one : many);
}

} // namespace

std::filesystem::path own_pictures() { return share_folder("assets", program_folder() / "assets") / "pictures"; }

updates::CheckedContent check_folder(std::filesystem::path const& folder, std::filesystem::path const& pictures)
{
    ui::FontCoverage letters;
    return updates::check_content_folder(folder, {{pictures},
                                                  Zone().day(SystemClock().wall()),
                                                  [&](char32_t letter) { return letters.has(letter); },
                                                  check_picture});
}

std::string verdict(std::filesystem::path const& folder, Problems const& problems)
{
    auto const errors = count(problems, Severity::error);
    return fmt::format("{}: {}: it {} be packed; {}", escape_controls(folder.string()),
                       counted(errors, "error", "errors"), errors > 0 ? "cannot" : "can",
                       counted(count(problems, Severity::warning), "warning", "warnings"));
}

int print_findings(std::filesystem::path const& folder, updates::CheckedContent const& judged)
{
    print_text(Channel::output, verdict(folder, judged.problems) + "\n");
    if (!judged.content.languages.empty())
        print_text(Channel::output, content::describe_content(judged.content) + "\n");
    for (auto const& problem : judged.problems) print(Channel::output, "{}\n", problem.line());
    return count(judged.problems, Severity::error) > 0 ? 1 : 0;
}

} // namespace kiosk::tools
