//! Tables as spreadsheet files: XLSX, ODS and XLS are read, XLSX is written.

use super::{Grid, Place};
use calamine::{Data, Ods, Reader, Xls, Xlsx, XlsxError as Unopened};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};
use std::io::Cursor;

/// Workbooks that would unpack to more than this are refused.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;

/// A table is no wider; a place beyond it is a slip of the hand or a damaged file.
const MAX_COLUMNS: usize = 1024;

/// Whether a file begins as a workbook does.
pub fn looks_binary(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// Why there are no sheets.
pub(super) enum Unread {
    /// It is no workbook that can be read.
    Whole,
    /// A cell lies far off everything else.
    Far(Place),
}

/// Every sheet of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    if bytes.starts_with(b"PK") && unpacked(bytes) > MAX_UNPACKED {
        return Err(Unread::Whole);
    }
    let source = || Cursor::new(bytes);
    if !bytes.starts_with(b"PK") {
        return grids(&mut Xls::new(source()).map_err(|_| Unread::Whole)?);
    }
    if let Ok(mut book) = Xlsx::new(source()) {
        return cell_by_cell(&mut book);
    }
    grids(&mut Ods::new(source()).map_err(|_| Unread::Whole)?)
}

/// Cells are taken one by one: a range from the first to the last would be filled with empty cells, and a
/// single one at the far corner of a sheet makes that more than any memory holds.
fn cell_by_cell(book: &mut Xlsx<Cursor<&[u8]>>) -> Result<Vec<Grid>, Unread> {
    let mut grids = Vec::new();
    for name in book.sheet_names() {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A chart has no cells to read.
            Err(Unopened::NotAWorksheet(_)) => continue,
            Err(_) => return Err(Unread::Whole),
        };
        // Half a table would be worse than none.
        while let Some(cell) = cells.next_cell().map_err(|_| Unread::Whole)? {
            let value = text(&Data::from(cell.get_value().clone()));
            if value.is_empty() {
                continue;
            }
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            if row > super::super::MAX_VALUES || column >= MAX_COLUMNS {
                return Err(Unread::Far(Place { sheet: name, row, column: Some(column) }));
            }
            if rows.len() <= row {
                rows.resize_with(row + 1, Vec::new);
            }
            if rows[row].len() <= column {
                rows[row].resize(column + 1, String::new());
            }
            rows[row][column] = value;
        }
        grids.push(Grid { name, rows });
    }
    Ok(grids)
}

fn grids<'a, R: Reader<Cursor<&'a [u8]>>>(book: &mut R) -> Result<Vec<Grid>, Unread> {
    let mut grids = Vec::new();
    for (name, range) in book.worksheets() {
        let (top, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        // A sheet with one cell far away would be nothing but empty rows.
        let mut cells = range.used_cells().map(|(row, column, _)| (top + row, left + column));
        let far = |(row, column): &(usize, usize)| *row > super::super::MAX_VALUES || *column >= MAX_COLUMNS;
        if let Some((row, column)) = cells.find(far) {
            return Err(Unread::Far(Place { sheet: name, row, column: Some(column) }));
        }
        let mut rows = vec![Vec::new(); top];
        for row in range.rows() {
            let cells = row.iter().map(text);
            rows.push(std::iter::repeat_n(String::new(), left).chain(cells).collect());
        }
        grids.push(Grid { name, rows });
    }
    Ok(grids)
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::Bool(fact) => if *fact { "TRUE" } else { "FALSE" }.to_owned(),
        // A spreadsheet that took "1-2" for a date: the date tells the author what happened.
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// What the entries of a ZIP file say that they unpack to.
fn unpacked(bytes: &[u8]) -> u64 {
    bytes
        .windows(28)
        .filter(|entry| entry.starts_with(b"PK\x01\x02"))
        .map(|entry| u64::from(u32::from_le_bytes([entry[24], entry[25], entry[26], entry[27]])))
        .sum()
}

/// Writes sheets as an XLSX workbook: headings stay in sight, numbers are numbers.
///
/// # Errors
///
/// What the writer says, such as of a sheet that is too large.
pub fn write(grids: &[Grid]) -> Result<Vec<u8>, String> {
    made(grids).map_err(|error| error.to_string())
}

fn made(grids: &[Grid]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same scenario gives the same file: no clock in it.
    let date = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name)?;
        sheet.set_freeze_panes(1, 0)?;
        let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        for column in 0..columns {
            let cells = grid.rows.iter().filter_map(|row| row.get(column));
            let widest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
            let number = u16::try_from(column).unwrap_or(u16::MAX);
            sheet.set_column_width(number, widest.clamp(8, 42) as f64 + 1.0)?;
        }
        for (at, row) in grid.rows.iter().enumerate() {
            let line = u32::try_from(at).unwrap_or(u32::MAX);
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                let format = if at == 0 { &heading } else { &plain };
                match cell.parse::<f64>() {
                    // A text of digits, such as an id, comes back as the same text.
                    Ok(number) if number.is_finite() && number.to_string() == *cell => {
                        sheet.write_number_with_format(line, column, number, format)?
                    }
                    _ => sheet.write_string_with_format(line, column, cell, format)?,
                };
            }
        }
    }
    book.save_to_buffer()
}
