// Any bytes as a configuration, as settings of staff and as content: Problems, never a crash; and whatever was said in
// them, no number outside its bounds, no name that is none, no letter that cannot be seen.
#include "base/calendar.h"
#include "base/utf8.h"
#include "content/read/read.h"
#include "files/files.h"
#include "scratch.h"
#include "settings/config.h"
#include "settings/staff_settings.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace kiosk;

void require(bool holds)
{
    if (!holds) std::abort();
}

void read_tree(std::string_view bytes)
{
    Problems problems;
    auto const root = toml::parse_toml(bytes, "fuzz.toml", problems);
    if (!root) return;
    toml::TableReader reader(*root, "fuzz", problems);
    reader.text("title");
    reader.texts("text");
    reader.tables("page");
    content::Quiz quiz;
    reader.numbers(quiz, content::kQuizNumbers);
    require(in_bounds(quiz, content::kQuizNumbers));
    reader.remaining_tables();
    reader.finish();
}

bool is_one_line(std::string const& text)
{
    return is_valid_utf8(text) && count_code_points(text) <= 80 &&
           std::none_of(text.begin(), text.end(), [](char letter) { return letter >= 0 && letter < ' '; });
}

void read_as_config(std::filesystem::path const& file)
{
    settings::Config config;
    settings::read_config(file, config);
    require(settings::in_bounds(config));
    require(config.name.size() <= 40 && config.name.find_first_of("/. \n") == std::string::npos);
    require(is_one_line(config.partner) && is_one_line(config.fair.name));
    require(config.country.empty() || config.country.size() == 2);
    auto const& fair = config.fair;
    require(fair.name.empty() == fair.from.empty() && fair.from.empty() == fair.to.empty());
    require(fair.from.empty() || (calendar_day(fair.from) && calendar_day(fair.to) && fair.from <= fair.to));
    require(config.zone.day({1795424400}).size() == 10);
}

void read_as_settings(std::filesystem::path const& file)
{
    staff::Settings settings;
    settings::read_settings(file, settings);
    require(in_bounds(settings, settings::kSettingsNumbers) && in_bounds(settings, settings::kHoursNumbers));
}

void read_as_content(std::filesystem::path const& folder)
{
    auto const content = content::read_content(folder).content;
    require(in_bounds(content.timings, content::kTimingNumbers) &&
            in_bounds(content.quizzes.front(), content::kQuizNumbers));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    read_tree(bytes);
    auto const folder = fuzz::Scratch::one() / "content";
    static bool const made = make_folder(folder).ok();
    auto const file = folder / "kiosk.toml";
    require(made && write_file_atomically(file, bytes).ok());
    read_as_config(file);
    read_as_settings(file);
    read_as_content(folder);
    return 0;
}
