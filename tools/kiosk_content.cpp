// kiosk-content: for those who write content. `check DIR` shows every fault of the files; `audit DIR` draws every
// screen in every language on every panel and measures it; `shots DIR` makes pictures of all screens; `pack DIR` and
// `sign FILE` make what kiosks take from a stick; `sentences DIR` writes all that visitors read into one table,
// `reviewed` and `tried` note who has looked at it. Exit code 1 when there are errors.
#include "command_line/command_line.h"
#include "content/read/read.h"
#include "kiosk_content_commands.h"
#include "kiosk_content_judging.h"
#include "kiosk_content_keys.h"
#include "rehearsal/contact_sheet.h"
#include "rehearsal/flat_ground.h"
#include "rehearsal/pseudo.h"
#include "system/installed.h"
#include "system/print.h"
#include "system/program_start.h"
#include "ui/pictures/pictures.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace {

using namespace kiosk;

int check(std::filesystem::path const& folder, std::filesystem::path const& pictures)
{
    return tools::print_findings(folder, tools::check_folder(folder, pictures));
}

struct DrawOptions {
    std::filesystem::path folder, assets, out = "shots";
    std::vector<std::string> languages, panels;
    std::string theme = "dusk";
    bool pseudo = false, large = false;
};

content::Content content_of(DrawOptions const& draw_options)
{
    auto content = content::read_content(draw_options.folder).content;
    if (!draw_options.pseudo || content.languages.empty()) return content;
    auto const from = content.languages.front();
    return rehearsal::with_pseudo_language(std::move(content), from);
}

// False if there is a language that the content does not have.
bool are_languages_known(std::vector<std::string> const& named, content::Content const& content)
{
    bool all = true;
    for (auto const& language : named) {
        if (std::find(content.languages.begin(), content.languages.end(), language) != content.languages.end())
            continue;
        print(Channel::errors, "kiosk-content: the content is not in \"{}\" (its languages are: {})\n", language,
              fmt::join(content.languages, ", "));
        all = false;
    }
    return all;
}

// The named ones, or all. Who asks for the longer language gets it, whichever else are named.
std::vector<std::string> languages_of(DrawOptions const& draw_options, content::Content const& content)
{
    auto languages = draw_options.languages.empty() ? content.languages : draw_options.languages;
    bool const has = std::find(languages.begin(), languages.end(), rehearsal::kPseudoLanguage) != languages.end();
    if (draw_options.pseudo && !has) languages.emplace_back(rehearsal::kPseudoLanguage);
    return languages;
}

int audit(DrawOptions const& draw_options)
{
    auto const began = std::chrono::steady_clock::now();
    auto const content = content_of(draw_options);
    if (!are_languages_known(draw_options.languages, content)) return 2;
    rehearsal::AuditOptions options;
    options.content = std::filesystem::absolute(draw_options.folder).lexically_normal();
    if (!options.content.has_filename()) options.content = options.content.parent_path();
    options.pictures = {draw_options.folder / "pictures", draw_options.assets / "pictures"};
    options.languages = languages_of(draw_options, content);
    Problems problems;
    for (std::string const name : {"dusk", "day", "contrast"})
        options.themes.emplace_back(name,
                                    settings::read_theme(draw_options.assets / "themes" / (name + ".toml"), problems));
    auto result = rehearsal::audit(content, options);
    result.problems.insert(result.problems.begin(), problems.begin(), problems.end());
    for (auto const& problem : result.problems) print(Channel::output, "{}\n", problem.line());
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    print(Channel::output, "{} problems in {} scenes: {} languages, {} panels, 2 text sizes, {} themes; {:.1f} s\n",
          result.problems.size(), result.scenes, options.languages.size(), rehearsal::audit_panels().size(),
          options.themes.size(), seconds);
    return result.problems.empty() ? 0 : 1;
}

// False if there is a name of a panel that is none.
bool are_panels_known(std::vector<std::string> const& names)
{
    std::vector<std::string> known;
    for (auto const& panel : rehearsal::audit_panels()) known.emplace_back(panel.name);
    bool all = true;
    for (auto const& name : names) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        print(Channel::errors, "kiosk-content: there is no panel \"{}\" (known are: {})\n", name,
              fmt::join(known, ", "));
        all = false;
    }
    return all;
}

int shots(DrawOptions const& draw_options)
{
    auto const content = content_of(draw_options);
    if (!are_panels_known(draw_options.panels) || !are_languages_known(draw_options.languages, content)) return 2;
    Problems problems;
    rehearsal::ContactSheetOptions options;
    options.out = draw_options.out;
    options.read = {draw_options.folder, draw_options.assets};
    options.pictures = {draw_options.folder / "pictures", draw_options.assets / "pictures"};
    options.languages = languages_of(draw_options, content);
    options.theme = settings::read_theme(draw_options.assets / "themes" / (draw_options.theme + ".toml"), problems);
    options.letters = draw_options.large ? ui::LetterSize::large : ui::LetterSize::normal;
    for (auto const& panel : rehearsal::audit_panels()) {
        auto const named = std::find(draw_options.panels.begin(), draw_options.panels.end(), panel.name);
        bool const usual = std::string_view(panel.name).starts_with("22 inch");
        if (draw_options.panels.empty() ? usual : named != draw_options.panels.end()) options.panels.push_back(panel);
    }
    for (auto const& problem : problems) print(Channel::errors, "{}\n", problem.line());
    auto const written = rehearsal::write_contact_sheets(content, options);
    if (!written) {
        print(Channel::errors, "kiosk-content: {}\n", written.error().line());
        return 1;
    }
    print(Channel::output, "{} pictures; open {}\n", written.value().pictures,
          (draw_options.out / "index.html").string());
    print(Channel::output, "{} of those for visitors have more than {:.0f} % flat ground; all are in {}\n",
          written.value().much_flat, rehearsal::kMuchFlatGround * 100,
          (draw_options.out / written.value().report).string());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (auto const begun = prepare_process(argc, argv); !begun) {
        print(Channel::errors, "kiosk-content: {}\n", begun.error().line());
        return 1;
    }
    command_line::CommandLine cli("For those who write what visitors read.", "kiosk-content");
    cli.require_command();
    auto& app = cli.program();
    std::string folder;
    auto pictures = tools::own_pictures().string();
    auto checking = app.command("check", "Shows every fault of a content folder, with its place and a way out");
    checking.option("folder", folder, "the content folder").required();
    checking.option("--pictures", pictures, "where the kiosk's own pictures are").checked([](std::string const& text) {
        bool const is_folder = text.empty() || std::filesystem::is_directory(text); // that it is empty is told
        return is_folder ? std::string() : "'" + text + "' is no folder";
    });
    DrawOptions draw_options;
    draw_options.assets = share_folder("assets", program_folder() / "assets");
    auto auditing = app.command("audit", "Draws every screen in every language on every panel and measures it");
    auto shooting = app.command("shots", "Makes pictures of every screen, and sheets of them");
    for (auto looker : {auditing, shooting}) {
        looker.option("folder", draw_options.folder, "the content folder").required();
        looker.option("--languages", draw_options.languages, "only these").separated_by(',');
        looker.option("--assets", draw_options.assets, "the kiosk's own pictures and themes");
        looker.flag("--pseudo", draw_options.pseudo, "also in a language 40 % longer than the first");
    }
    shooting.option("--out", draw_options.out, "where the pictures go");
    shooting.option("--panels", draw_options.panels, "by name, as the audit says them").separated_by(',');
    shooting.option("--theme", draw_options.theme, "a file in assets/themes");
    shooting.flag("--large", draw_options.large, "in large text");
    auto const keys = tools::key_commands(app);
    auto const packs =
        tools::archive_commands(app, [&](std::filesystem::path const& of) { return check(of, pictures); });
    auto const signing = tools::signed_commands(app);
    auto const offering = tools::offer_commands(app);
    auto const words = tools::words_commands(app);
    if (auto const code = cli.parse(argc, argv)) return *code;
    for (auto const& command : {keys, packs, signing, offering, words})
        if (auto const code = command()) return *code;
    if (auditing.given() || shooting.given())
        if (auto const fault = content::content_folder_problem(draw_options.folder))
            return tools::fail({fault->place.file, fault->message, fault->suggestion});
    if (auditing.given()) return audit(draw_options);
    if (shooting.given()) return shots(draw_options);
    return check(folder, pictures);
}
