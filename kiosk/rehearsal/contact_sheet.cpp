#include "rehearsal/contact_sheet.h"
#include "files/files.h"
#include "files/output_files.h"
#include "platform/render_target.h"
#include "rehearsal/flat_ground.h"
#include "rehearsal/gallery.h"
#include "screens/screens.h"
#include "ui/pictures/image_decode.h"
#include "ui/stage.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::rehearsal {

namespace {

constexpr int kThumbnail = 520; // long side, [px]
constexpr char const* kIndex = "index.html";
constexpr char const* kFlatGround = "flat-ground.txt";
constexpr int kGap = 12;
constexpr std::uint8_t kPaper = 235;

void paste(ui::Image& sheet, ui::Image const& picture, int left, int top)
{
    for (int y = 0; y < picture.height; ++y) {
        auto const* from = picture.rgba.data() + static_cast<std::ptrdiff_t>(y) * picture.width * 4;
        auto* to = sheet.rgba.data() + (static_cast<std::ptrdiff_t>(top + y) * sheet.width + left) * 4;
        std::copy(from, from + static_cast<std::ptrdiff_t>(picture.width) * 4, to);
    }
}

ui::Image put_together(std::vector<ui::Image> const& thumbnails)
{
    if (thumbnails.empty()) return {};
    auto const width = thumbnails.front().width;
    auto const height = thumbnails.front().height;
    int const columns = width > height ? 5 : 9;
    auto const count = static_cast<int>(thumbnails.size());
    int const rows = (count + columns - 1) / columns;
    ui::Image sheet{columns * (width + kGap) + kGap, rows * (height + kGap) + kGap, {}};
    sheet.rgba.assign(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * 4, kPaper);
    for (int i = 0; i < count; ++i)
        paste(sheet, thumbnails[static_cast<std::size_t>(i)], kGap + i % columns * (width + kGap),
              kGap + i / columns * (height + kGap));
    return sheet;
}

struct Written {
    std::string name;
    double flat = 0; // share of flat ground
    bool is_for_staff = false;
};

std::string flat_report(std::vector<Written> written)
{
    std::stable_sort(written.begin(), written.end(),
                     [](auto const& one, auto const& two) { return one.flat > two.flat; });
    std::string text;
    for (auto const& picture : written) text += fmt::format("{:3.0f} %  {}\n", picture.flat * 100, picture.name);
    return text;
}

// A page without a network: arrow keys or a click turn to the next picture.
std::string flip_page(std::vector<Written> const& pictures)
{
    std::string list;
    for (auto const& picture : pictures) list += fmt::format("'{}',", picture.name);
    return "<!doctype html><meta charset=utf-8><title>Screens</title><style>body{margin:0;background:#222;color:#eee;"
           "font:16px sans-serif;text-align:center}img{max-width:100vw;max-height:94vh}</style><img id=i><div "
           "id=n></div><script>const p=[" +
           list +
           "];let k=0;function s(d){k=(k+d+p.length)%p.length;i.src=p[k];n.textContent=(k+1)+' / '+p.length+'  '+p[k]}"
           "onkeydown=e=>s(e.key=='ArrowLeft'?-1:1);onclick=()=>s(1);s(0)</script>\n";
}

struct Sheet {
    content::Content const& content;
    ContactSheetOptions const& options;
    content::Language const& language;
    AuditPanel const& panel;
    std::string folder;
};

Result<> write_sheet(Sheet const& sheet, std::vector<Written>& written)
{
    auto display = platform::make_offscreen(sheet.panel.width, sheet.panel.height);
    if (!display) return display.error();
    auto& surface = *display.value();
    Problems problems;
    ui::Stage stage(surface.textures(),
                    {ui::Fonts::installed_folders(), sheet.options.pictures, Execution::at_once, {}}, problems);
    auto const scale = static_cast<double>(kThumbnail) / std::max(sheet.panel.width, sheet.panel.height);
    std::vector<ui::Image> thumbnails;
    KIOSK_TRY(make_folder(sheet.options.out / sheet.folder));
    for (auto view : gallery(sheet.content, sheet.language, GalleryScope::pages, kGalleryTime)) {
        if (sheet.options.letters == ui::LetterSize::large && !can_be_in_large_letters(view)) continue;
        // The screen on which they are chosen says so.
        if (sheet.options.letters == ui::LetterSize::large) view.state.comfort.text_size = visit::TextSize::large;
        std::vector<visit::Action> ignored;
        stage.scroller().reset();
        ui::Layout const layout(layout_of(view, {surface.size(), sheet.panel.diagonal_inches, sheet.options.letters}));
        auto* data = stage.frame(layout, sheet.options.theme, view.state.entered, ui::Drawing::everything,
                                 [&](ui::Canvas& canvas) {
                                     screens::Frame frame(canvas, sheet.content, sheet.language, ignored);
                                     draw_view(frame, view);
                                 });
        surface.present(*data);
        stage.tick();
        auto const picture = surface.picture();
        auto const name = sheet.folder + "/" + view.name + ".png";
        KIOSK_TRY(ui::write_png((sheet.options.out / name).string(), picture.value()));
        written.push_back({name, flat_ground(picture.value(), sheet.options.theme[ui::Ink::ground]),
                           visit::is_staff(view.state.screen)});
        thumbnails.push_back(ui::cover(picture.value(), static_cast<int>(sheet.panel.width * scale),
                                       static_cast<int>(sheet.panel.height * scale)));
    }
    return ui::write_png((sheet.options.out / (sheet.folder + ".png")).string(), put_together(thumbnails));
}

std::vector<Sheet> sheets_of(content::Content const& content, ContactSheetOptions const& options)
{
    std::vector<Sheet> sheets;
    for (auto const& language : options.languages)
        for (auto const& panel : options.panels) {
            auto folder = fmt::format("{}-{}x{}-{:.0f}", language, panel.width, panel.height, panel.diagonal_inches);
            if (options.letters == ui::LetterSize::large) folder += "-large";
            sheets.push_back({content, options, language, panel, std::move(folder)});
        }
    return sheets;
}

// Before minutes go by with drawing.
Result<> check_places(std::vector<Sheet> const& sheets, ContactSheetOptions const& options)
{
    KIOSK_TRY(check_output_folder(options.out, options.read));
    std::vector<std::filesystem::path> files{options.out / kIndex, options.out / kFlatGround};
    for (auto const& sheet : sheets) {
        auto const folder = options.out / sheet.folder;
        std::error_code ignored;
        if (std::filesystem::is_symlink(folder, ignored))
            return Error{folder.string(), "is a link, and nothing is written through one", "choose another folder"};
        KIOSK_TRY(check_output_folder(folder, options.read));
        files.push_back(options.out / (sheet.folder + ".png"));
        for (auto const& view : gallery(sheet.content, sheet.language, GalleryScope::pages, kGalleryTime))
            files.push_back(folder / (view.name + ".png"));
    }
    return check_outputs(files, options.read);
}

} // namespace

Result<ContactSheets> write_contact_sheets(content::Content const& content, ContactSheetOptions const& options)
{
    auto const sheets = sheets_of(content, options);
    KIOSK_TRY(check_places(sheets, options));
    std::vector<Written> written;
    for (auto const& sheet : sheets) KIOSK_TRY(write_sheet(sheet, written));
    KIOSK_TRY(write_file_atomically(options.out / kIndex, flip_page(written)));
    KIOSK_TRY(write_file_atomically(options.out / kFlatGround, flat_report(written)));
    auto const much = std::count_if(written.begin(), written.end(), [](Written const& picture) {
        return !picture.is_for_staff && picture.flat > kMuchFlatGround;
    });
    return ContactSheets{static_cast<int>(written.size()), static_cast<int>(much), kFlatGround};
}

} // namespace kiosk::rehearsal
