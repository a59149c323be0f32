#include "kiosk_content_judging.h"
#include "base/clock.h"
#include "base/plain.h"
#include "base/zone.h"
#include "content/check/check.h"
#include "files/files.h"
#include "system/installed.h"
#include "system/say.h"
#include "ui/pictures/image_decode.h"
#include "ui/text/letters.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

namespace {

// Half of what a screen of 1920x1080 shows of a picture, [px].
constexpr int kSmallestPicture = 480;

// It must be one that can be shown.
Problems look_at_picture(std::filesystem::path const& path)
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

std::filesystem::path own_pictures() { return shared_folder("assets", program_folder() / "assets") / "pictures"; }

updates::Judged judge(std::filesystem::path const& folder, std::filesystem::path const& pictures)
{
    ui::FontLetters letters;
    return updates::judge_content(folder, {{pictures},
                                           Zone().day(SystemClock().wall()),
                                           [&](char32_t letter) { return letters.has(letter); },
                                           look_at_picture});
}

std::string verdict(std::filesystem::path const& folder, Problems const& problems)
{
    auto const errors = count(problems, Severity::error);
    return fmt::format("{}: {}: it {} be packed; {}", plain(folder.string()), counted(errors, "error", "errors"),
                       errors > 0 ? "cannot" : "can",
                       counted(count(problems, Severity::warning), "warning", "warnings"));
}

int say_judged(std::filesystem::path const& folder, updates::Judged const& judged)
{
    say_text(Channel::output, verdict(folder, judged.problems) + "\n");
    if (!judged.pack.languages.empty()) say_text(Channel::output, content::describe_pack(judged.pack) + "\n");
    for (auto const& problem : judged.problems) say(Channel::output, "{}\n", problem.line());
    return count(judged.problems, Severity::error) > 0 ? 1 : 0;
}

} // namespace kiosk::tools
